"""The engine gives every item back, in order, whatever becomes of the worker."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from samestory import engine


def double(number: int) -> int:
    return 2 * number


def fail_on_seven(number: int) -> int:
    if number == 7:
        raise ValueError("seven")
    return number


def die_on_seven(number: int) -> int:
    if number == 7:
        os._exit(9)
    return number


def die_once(path: str) -> str:
    if path.endswith("mark") and not Path(path).exists():
        Path(path).touch()
        os._exit(9)
    return path


def test_few_items_stay_in_this_process() -> None:
    assert list(engine.each(double, [1, 2, 3])) == [(1, 2), (2, 4), (3, 6)]


def test_many_items_come_out_in_order() -> None:
    assert list(engine.each(double, range(500), workers=2)) == [(n, 2 * n) for n in range(500)]


def test_an_exception_rises_here() -> None:
    with pytest.raises(ValueError, match="seven"):
        list(engine.each(fail_on_seven, range(50), workers=2))


def test_an_item_that_kills_its_process_is_set_aside_alone() -> None:
    found = dict(engine.each(die_on_seven, range(50), workers=2))
    assert isinstance(found.pop(7), engine.Lost)
    assert found == {n: n for n in range(50) if n != 7}


def test_an_item_whose_process_was_killed_by_chance_is_tried_again(tmp_path: Path) -> None:
    items = [str(n) for n in range(30)] + [str(tmp_path / "mark")]
    assert dict(engine.each(die_once, items, workers=2)) == {i: i for i in items}


def size(data: bytes) -> int:
    return len(data)


def slow_first(data: bytes) -> int:
    if data[:1] == b"!":
        time.sleep(1)
    return len(data)


def test_bytes_decide_what_is_few() -> None:
    small = [b"a"] * 500
    here = {result for _, result in engine.each(process, small, workers=2, weigh=size)}
    assert here == {os.getpid()}
    there = {result for _, result in engine.each(process, [bytes(engine.LITTLE)] * 3, workers=2, weigh=size)}
    assert os.getpid() not in there
    alone = {result for _, result in engine.each(process, [bytes(engine.LITTLE)], workers=2, weigh=size)}
    assert alone == {os.getpid()}


def process(_: bytes) -> int:
    return os.getpid()


def test_no_more_than_some_bytes_are_held(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "HELD", 3_000_000)
    monkeypatch.setattr(engine, "LITTLE", 2_000_000)
    given, back, most = 0, 0, 0

    def items() -> Iterator[bytes]:
        nonlocal given, most
        for number in range(30):
            given += 1
            most = max(most, given - back)
            yield (b"!" if number == 0 else b".") * 1_000_000

    for _ in engine.each(slow_first, items(), workers=2, weigh=size):
        back += 1
    assert back == 30
    assert most <= 7  # the first few, and what HELD allows


@pytest.mark.parametrize("name", ["SIGINT", "SIGKILL"])
def test_a_stopped_run_leaves_no_processes_behind(name: str, tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(
        "import signal, sys, time, os\nfrom samestory import engine\n"
        # Where the tests run in the background, a shell has them ignore Ctrl-C, and the program would inherit that.
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "def work(number):\n    time.sleep(0.2)\n    return os.getpid()\n"
        "if __name__ == '__main__':\n    for _, found in engine.each(work, range(10_000), workers=2):\n        print(found, flush=True)\n",
        encoding="utf-8",
    )
    with subprocess.Popen(
        [sys.executable, str(program)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as run:
        assert run.stdout
        workers = {int(run.stdout.readline()) for _ in range(6)}
        if name == "SIGINT":
            os.killpg(run.pid, signal.SIGINT)  # as a terminal does: to all of them
        else:
            run.kill()
        _, said = run.communicate(timeout=20)
    assert said.count("Traceback") == (name == "SIGINT")  # that of the program itself
    for _ in range(100):
        if not any(alive(worker) for worker in workers):
            break
        time.sleep(0.05)
    assert not any(alive(worker) for worker in workers)


def alive(process: int) -> bool:
    state = Path(f"/proc/{process}/stat")
    if Path("/proc/self/stat").exists():
        return state.exists() and state.read_text(encoding="utf-8").rsplit(")", 1)[1].split()[0] != "Z"
    try:
        os.kill(process, 0)
    except OSError:
        return False
    return True
