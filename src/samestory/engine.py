"""Where per-article work runs: in this process for a few items, on all cores for many.

A function and its items go in; each item comes out with its result, in the order of the items. Work that kills its process
(out of memory, a crash in a library) costs that one item, which comes out as a `Lost`, and nothing else.
Spawned, not forked: the language library holds threads, and macOS spawns anyway.
"""

from __future__ import annotations

import copyreg
import multiprocessing
import os
import signal
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields, is_dataclass
from itertools import chain
from multiprocessing.connection import Connection, wait
from typing import Generic, TypeVar

from samestory import model

Item = TypeVar("Item")
Result = TypeVar("Result")

FEW = 24  # so few articles are done before a second process has loaded its model (3 s on 2 cores)
LITTLE = 4 << 20  # and so many bytes are read (about 40 saved pages) before a second process has loaded what reads them
AHEAD = 64  # items in the air or done out of turn, for each worker: bounds memory
HELD = 64 << 20  # and so many bytes of items, whatever the number of workers


@dataclass(frozen=True, slots=True)
class Lost:
    """An item whose work killed its process, twice."""

    reason: str


def cores() -> int:
    """The processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def each(
    function: Callable[[Item], Result],
    items: Iterable[Item],
    *,
    workers: int | None = None,
    weigh: Callable[[Item], int] | None = None,
) -> Iterator[tuple[Item, Result | Lost]]:
    """Every item with `function(item)`, in the order of the items.

    `weigh` tells the bytes of an item: then bytes decide, not numbers, what is few, and they bound what is held at a time.
    An exception of `function` is our bug and rises here as it would in this process.
    """
    stream = iter(items)
    workers = workers or cores()
    first: list[Item] = []
    if workers > 1:
        first, few = _first(stream, weigh)
        if not few:
            yield from _Pool(function, workers, weigh).run(chain(first, stream))
            return
    for item in chain(first, stream):
        yield item, function(item)


def _first(stream: Iterator[Item], weigh: Callable[[Item], int] | None) -> tuple[list[Item], bool]:
    """The first items, and whether they are all there are or too few to share out."""
    first: list[Item] = []
    weight = 0
    for item in stream:
        first.append(item)
        weight += weigh(item) if weigh else LITTLE // FEW
        if weight >= LITTLE // FEW * FEW and len(first) > 1:
            return first, False
    return first, True


def _send_as_calls(kind: type) -> None:
    """Sends a frozen dataclass as a call of its constructor: what its own way costs is three times as much, half the
    time of the one process that hands out the work and takes it in (60 articles of 100 blocks, November 2026)."""
    names = [one.name for one in fields(kind)]
    copyreg.pickle(kind, lambda value: (kind, tuple([getattr(value, name) for name in names])))


for _kind in vars(model).values():
    if isinstance(_kind, type) and is_dataclass(_kind):
        _send_as_calls(_kind)


def _work(function: Callable[[Item], Result], pipe: Connection) -> None:
    """A worker: answers every item with its result, or with the exception it raised."""
    try:
        while True:
            number, item = pipe.recv()
            try:
                answer: tuple[int, Result | None, BaseException | None] = (number, function(item), None)
            except Exception as error:  # handed over whole: it rises in the parent
                answer = (number, None, error)
            pipe.send(answer)
    except (EOFError, KeyboardInterrupt, BrokenPipeError):
        return


@contextmanager
def _deaf() -> Iterator[None]:
    """Processes started here never hear Ctrl-C: this one does, and ends them."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT,))
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


class _Pool(Generic[Item, Result]):
    """Worker processes, each with at most one item; a dead one is replaced and its item tried once more."""

    def __init__(self, function: Callable[[Item], Result], workers: int, weigh: Callable[[Item], int] | None = None) -> None:
        self._function = function
        self._weigh = weigh or (lambda item: 0)
        self._held = 0  # bytes of the items given out and not yet given back
        self._context = multiprocessing.get_context("spawn")
        self._size = workers
        self._busy: dict[Connection, tuple[int, Item]] = {}
        self._idle: list[Connection] = []
        self._processes: dict[Connection, multiprocessing.process.BaseProcess] = {}
        self._done: dict[int, tuple[Item, Result | Lost]] = {}
        self._failed: set[int] = set()

    def run(self, items: Iterator[Item]) -> Iterator[tuple[Item, Result | Lost]]:
        todo = enumerate(items)
        due = 0
        try:
            for _ in range(self._size):
                self._start()
            while True:
                self._feed(todo, due)
                while due in self._done:
                    item, result = self._done.pop(due)
                    self._held -= self._weigh(item)
                    due += 1
                    yield item, result
                if not self._busy:
                    if due not in self._done:
                        return
                    continue
                self._collect()
        finally:
            self._stop()

    def _start(self) -> None:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=_work, args=(self._function, theirs), daemon=True)
        with _deaf():
            process.start()
        theirs.close()
        self._processes[ours] = process
        self._idle.append(ours)

    def _feed(self, todo: Iterator[tuple[int, Item]], due: int) -> None:
        while self._idle:
            if (len(self._done) >= AHEAD * self._size or self._held > HELD) and due not in self._done and self._busy:
                return
            task = next(todo, None)
            if task is None:
                return
            self._held += self._weigh(task[1])
            self._give(self._idle.pop(), task)

    def _give(self, pipe: Connection, task: tuple[int, Item]) -> None:
        self._busy[pipe] = task
        try:
            pipe.send(task)
        except (BrokenPipeError, ConnectionResetError):
            self._bury(pipe)

    def _collect(self) -> None:
        for ready in wait(list(self._busy)):
            assert isinstance(ready, Connection)
            try:
                number, result, error = ready.recv()
            except (EOFError, ConnectionResetError):
                self._bury(ready)
                continue
            if error is not None:
                raise error
            _, item = self._busy.pop(ready)
            self._done[number] = (item, result)
            self._idle.append(ready)

    def _bury(self, pipe: Connection) -> None:
        """The worker died: another takes its place and tries the item once more, alone with it."""
        number, item = self._busy.pop(pipe)
        process = self._processes.pop(pipe)
        process.join()
        pipe.close()
        self._start()
        if number in self._failed:
            self._done[number] = (item, Lost(f"the work on it ended its process (exit {process.exitcode})"))
            return
        self._failed.add(number)
        self._give(self._idle.pop(), (number, item))

    def _stop(self) -> None:
        for pipe, process in self._processes.items():
            pipe.close()
            process.terminate()
        for process in self._processes.values():
            process.join()
