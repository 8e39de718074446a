"""The line, drawn and walked: the one module that joins the five steps to the store and the engine.

    path -> Article -> Telling -> Story -> Comparison -> page
            read       attribute  group    compare       show

Paths go in; the values of a step, or a folder of pages, come out. Nothing is printed here: a `Watch` is told how far it is.
A document that cannot be read comes out as an `Unreadable` beside the others and stops nothing.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import IO, Literal

from pydantic import TypeAdapter

from samestory import attributing, comparing, engine, fetching, fingerprints, grouping, reading, showing
from samestory.errors import CannotWrite, NoSuchArticle, NoSuchPath, NothingToRead
from samestory.fetching import Manners
from samestory.model import Article, Comparison, Decision, Story, Telling, Unreadable
from samestory.reading import Piece
from samestory.showing import export
from samestory.store import Compared, Store

Watch = Callable[[str, int], None]  # told the step and how many are done
_ENTRY = TypeAdapter(showing.Entry)
BATCH = 20  # tellings kept in one transaction: what a stopped run has to do again at most


@dataclass
class Report:
    """What a run of `show` did."""

    folder: Path
    articles: int = 0  # in the store now
    new: int = 0
    repeated: int = 0  # given more than once
    stories: int = 0
    unreadable: list[Unreadable] = field(default_factory=list)


def _silent(step: str, done: int) -> None:
    """The watch of those who do not want to know."""


def read(
    paths: Sequence[str], *, workers: int | None = None, but_not: Path | None = None, manners: Manners | None = None
) -> Iterator[Article | Unreadable]:
    """Every article of files, folders, addresses and `-` (standard input), in order.

    Raises `NoSuchPath` before anything is read, and `NothingToRead` where there is no document at all.
    """
    for path in paths:
        if path != "-" and not fetching.is_address(path) and not reading.there(Path(path)):
            raise NoSuchPath(path)
    some = False
    fetched = fetching.fetch([path for path in paths if fetching.is_address(path)], manners)
    pieces = (piece for path in paths for piece in (_fetched(next(fetched)) if fetching.is_address(path) else _pieces(path, but_not)))
    if all(fetching.is_address(path) for path in paths):
        workers = 1  # sites send more slowly than one process reads: each article comes when it is there, not when some are gathered
    for piece, found in engine.each(reading.read_piece, pieces, workers=workers, weigh=reading.weigh):
        some = True
        yield from [Unreadable(piece.origin, found.reason)] if isinstance(found, engine.Lost) else found
    if not some:
        raise NothingToRead(tuple(paths))


def attribute(
    paths: Sequence[str], *, workers: int | None = None, watch: Watch = _silent, manners: Manners | None = None
) -> Iterator[Telling | Unreadable]:
    """Every article of the paths with what was found in it."""
    return _attributed(_once(read(paths, workers=1, manners=manners), Report(Path())), workers, watch)


def group(
    paths: Sequence[str], *, workers: int | None = None, watch: Watch = _silent, manners: Manners | None = None
) -> Iterator[Story | Unreadable]:
    """The stories of the paths, after the documents that could not be read."""
    tellings: list[Telling] = []
    for found in attribute(paths, workers=workers, watch=watch, manners=manners):
        if isinstance(found, Unreadable):
            yield found
        else:
            tellings.append(found)
    yield from grouping.group(in_order(tellings))


def arrivals(paths: Sequence[str], *, workers: int | None = None, manners: Manners | None = None) -> Iterator[Decision | Unreadable]:
    """For each article, as it arrives: the story it joins or opens, and why."""
    grouper = grouping.Grouper()
    for found in attribute(paths, workers=workers, manners=manners):
        yield found if isinstance(found, Unreadable) else grouper.add(found)


def compare(
    paths: Sequence[str], *, workers: int | None = None, watch: Watch = _silent, manners: Manners | None = None
) -> Iterator[Comparison | Unreadable]:
    """The stories of the paths, compared, after the documents that could not be read."""
    tellings: dict[str, Telling] = {}
    for found in attribute(paths, workers=workers, watch=watch, manners=manners):
        if isinstance(found, Unreadable):
            yield found
        else:
            tellings[found.article.id] = found
    for done, story in enumerate(grouping.group(in_order(tellings.values())), 1):
        yield comparing.compare(story, [tellings[a] for a in story.articles])
        watch("compare", done)


def show(
    paths: Sequence[str], folder: Path, *, workers: int | None = None, watch: Watch = _silent, manners: Manners | None = None
) -> Report:
    """Walk the whole line into a folder: pages, `stories.json`, `samestory.db`.

    Articles that the folder's store already holds are not attributed again. Raises `CannotWrite` where the folder refuses.
    """
    report = Report(folder)
    with _writing_to(folder):
        folder.mkdir(parents=True, exist_ok=True)
        store = Store(folder / "samestory.db")
        try:
            documents = read(paths, workers=1, but_not=folder.resolve(), manners=manners)
            _keep_new(documents, store, report, workers, watch)
            _group_new(store, report, watch)
        finally:
            store.close()
    return report


def rule(folder: Path, one: str, two: str, kind: Literal["together", "apart"], *, watch: Watch = _silent) -> Report:
    """Keep a person's word on two articles of a folder that `show` made, and make its stories and pages anew.

    The last word on two articles counts. Raises `NoSuchPath` where the folder has no store, `NoSuchArticle` where it lacks one of the two.
    """
    path = folder / "samestory.db"
    if not path.is_file():
        raise NoSuchPath(str(path))
    report = Report(folder)
    with _writing_to(folder):
        store = Store(path)
        try:
            known = store.known()
            for article in (one, two):
                if article not in known or one == two:
                    raise NoSuchArticle(article, path)
            store.rule(one, two, kind)
            report.unreadable += store.unreadable()
            store.shelf().clear()  # what was placed before may have to part
            _group_new(store, report, watch)
        finally:
            store.close()
    return report


def in_order(tellings: Iterable[Telling]) -> list[Telling]:
    """The order in which articles are taken to arrive: by day of publication, unknown last, then by id."""
    return sorted(tellings, key=lambda t: (t.day is None, t.day or "", t.article.id))


def _fetched(found: fetching.Document | Unreadable) -> Iterator[Piece | Unreadable]:
    if isinstance(found, Unreadable):
        yield found
    else:
        yield reading.piece_of(found.data, found.address, address=found.final, charset=found.charset)


def _pieces(path: str, but_not: Path | None) -> Iterator[Piece | Unreadable]:
    """What one path holds, cut but not yet read."""
    if path == "-":
        yield from reading.pieces_of(sys.stdin.buffer, "-")
    else:
        for document in reading.documents([Path(path)]):
            if isinstance(document, Unreadable):
                yield document
            elif but_not is None or not _inside(document, but_not):
                yield from reading.pieces(document)


def _inside(path: Path, folder: Path) -> bool:
    try:
        return path.resolve().is_relative_to(folder)
    except (OSError, RuntimeError):  # a link in circles
        return False


def _once(documents: Iterable[Article | Unreadable], report: Report) -> Iterator[Article | Unreadable]:
    """Each article once. The same id with other words is named as unreadable: which of the two is meant cannot be known."""
    seen: dict[str, tuple[int, str]] = {}
    for document in documents:
        if isinstance(document, Unreadable):
            yield document
            continue
        if document.id not in seen:
            seen[document.id] = (hash(document.text), document.origin)
            yield document
            continue
        words, origin = seen[document.id]
        if words == hash(document.text):
            report.repeated += 1
        else:
            yield Unreadable(document.origin, f"its id {document.id} already belongs to another text, from {origin}")


def _attributed(documents: Iterable[Article | Unreadable], workers: int | None, watch: Watch) -> Iterator[Telling | Unreadable]:
    for done, (document, found) in enumerate(engine.each(_find, documents, workers=workers), 1):
        watch("attribute", done)
        yield Unreadable(document.origin, found.reason) if isinstance(found, engine.Lost) else found


def _find(document: Article | Unreadable) -> Telling | Unreadable:
    return document if isinstance(document, Unreadable) else attributing.attribute(document)


def _group_new(store: Store, report: Report, watch: Watch) -> None:
    """Place what is new (of few articles: all) by a person's rulings; write every story, and remove the pages of those that are no more."""
    before = store.story_ids()
    rulings = [grouping.Ruling(*ruling) for ruling in store.rulings()]
    shelf = store.shelf()
    if shelf.whole() <= grouping.FEW:
        shelf.clear()
    stories = grouping.group(_watched(store.tellings(), "group", watch), rulings, shelf)
    _write_stories(store, stories, report, watch)
    for gone in before - {story.id for story in stories}:
        (report.folder / f"{gone}.html").unlink(missing_ok=True)


def _keep_new(documents: Iterable[Article | Unreadable], store: Store, report: Report, workers: int | None, watch: Watch) -> None:
    known = store.known()

    def new() -> Iterator[Article | Unreadable]:
        for document in _once(documents, report):
            if isinstance(document, Unreadable):
                report.unreadable.append(document)
            elif known.get(document.id) != document.text:
                yield document

    tellings = (found for found in _attributed(new(), workers, watch) if _kept(found, report))
    while batch := list(islice(tellings, BATCH)):
        store.put(t for t in batch if isinstance(t, Telling))
        report.new += len(batch)
    store.note(report.unreadable)


def _kept(found: Telling | Unreadable, report: Report) -> bool:
    if isinstance(found, Unreadable):
        report.unreadable.append(found)
    return isinstance(found, Telling)


def _watched(tellings: Iterable[Telling], step: str, watch: Watch) -> Iterator[Telling]:
    for done, telling in enumerate(tellings, 1):
        yield telling
        watch(step, done)


def _write_stories(store: Store, stories: Sequence[Story], report: Report, watch: Watch) -> None:
    """Compare each story and write its page, its rows and its place in the index, one story in memory at a time.

    What an earlier run of the same version made of the same articles stays as it is.
    """
    entries = []
    with _replacing(report.folder / "stories.json") as rows:

        def each() -> Iterator[Compared | str]:
            for done, story in enumerate(stories, 1):
                made_of = _made_of(story, store)
                row, entry = _unchanged(story, made_of, store, report.folder) or (None, None)
                compared = None
                if row is None or entry is None:
                    compared, row, entry = _compared(story, made_of, store, report.folder)
                entries.append(entry)
                rows.write((",\n" if done > 1 else "") + row)
                report.articles += len(story.articles)
                watch("compare", done)
                yield compared or story.id

        rows.write('{"stories": [\n')
        store.replace_stories(each())
        rows.write('\n],\n"unreadable": ' + json.dumps([export.unreadable_row(u) for u in report.unreadable], ensure_ascii=False) + "}\n")
    with _replacing(report.folder / "index.html") as html:
        html.write(showing.index(entries, unreadable=report.unreadable))
    report.stories = len(stories)


def _made_of(story: Story, store: Store) -> str:
    told = json.dumps(export.story_row(story)).encode()
    return fingerprints.of([fingerprints.code(), told, *store.prints(story.articles)])


def _compared(story: Story, made_of: str, store: Store, folder: Path) -> tuple[Compared, str, showing.Entry]:
    """A story compared and its page written; what is kept of it, its row, its place in the index."""
    comparison = comparing.compare(story, list(store.tellings(story.articles)))
    page = showing.page(comparison)
    with _replacing(folder / showing.file_name(story.id)) as html:
        html.write(page)
    row, entry = json.dumps(export.nested_row(comparison), ensure_ascii=False), showing.entry(comparison)
    rest = _ENTRY.dump_json(entry).decode() + "\n" + row
    return Compared(comparison, made_of, fingerprints.of([page.encode()]), rest), row, entry


def _unchanged(story: Story, made_of: str, store: Store, folder: Path) -> tuple[str, showing.Entry] | None:
    """The row of a story and its place in the index as the last run left them, if all is as it was, its page too."""
    kept = store.compared(story.id)
    path = folder / showing.file_name(story.id)
    if not kept or kept[0] != made_of or not path.is_file() or fingerprints.of([path.read_bytes()]) != kept[1]:
        return None
    entry, _, row = kept[2].partition("\n")
    return row, _ENTRY.validate_json(entry)


@contextmanager
def _replacing(path: Path) -> Iterator[IO[str]]:
    """A file that takes the place of an older one only when it is whole."""
    part = path.with_name(f".{path.name}.part")
    try:
        with part.open("w", encoding="utf-8", newline="\n") as file:
            yield file
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


@contextmanager
def _writing_to(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise CannotWrite(folder, error.strerror or str(error)) from error
