"""One SQLite file that keeps what was read and found: `samestory.db`. SQL stands here and in `store.sql`, nowhere else.

Tellings and comparisons go in; tellings come back as they were. Everything is also laid out in plain tables, so that the file
opens in Datasette. One transaction for each step's work: a run that is stopped leaves the file as it was before that step.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from importlib.resources import files
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any, Literal

from pydantic import TypeAdapter

from samestory import tables
from samestory.errors import CannotWrite, StoreDamaged
from samestory.model import Comparison, Decision, Telling, Unreadable
from samestory.tables import OF_A_STORY, OF_AN_ARTICLE, Row, json_of

VERSION = 4  # PRAGMA user_version
# From this line on `store.sql` holds what a file of that version lacks.
ADDED = {1: "-- since version 2", 2: "-- since version 3", 3: "-- since version 4"}
PENDING = 500  # placed articles gathered for one transaction
MADE_BY = "5"  # raised when the attribution changes: older tellings are made anew
GROUPED_BY = "2"  # raised when what grouping keeps changes: all articles are placed anew
COLUMNS = ("id", "origin", "url", "outlet", "title", "byline", "published", "day", "day_inferred", "language", "text", "blocks")
PUT_ARTICLE = (
    f"INSERT INTO articles ({', '.join(COLUMNS)}) VALUES ({', '.join('?' * len(COLUMNS))}) "
    f"ON CONFLICT (id) DO UPDATE SET {', '.join(f'{c} = excluded.{c}' for c in COLUMNS[1:])}"
)

_TELLING = TypeAdapter(Telling)


@dataclass(frozen=True, slots=True)
class Compared:
    """A story as it was compared, and what tells a later run that nothing has changed since."""

    comparison: Comparison
    made_of: str  # fingerprint of its articles and of why they are together
    page: str  # fingerprint of its page
    rest: str  # what the run writes of it elsewhere


class Store:
    """An open `samestory.db`; made where there is none."""

    def __init__(self, path: Path) -> None:
        self._path = path
        with self._guarded():
            self._db = sqlite3.connect(path, isolation_level=None)
            self._db.execute("PRAGMA busy_timeout = 30000")
            self._db.execute("PRAGMA journal_mode = WAL")
            self._db.execute("PRAGMA synchronous = NORMAL")
            self._db.execute("PRAGMA foreign_keys = ON")
            self._prepare()

    def close(self) -> None:
        """Fold the write-ahead log into the one file and let go of it."""
        try:
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            self._db.execute("PRAGMA journal_mode = DELETE")
        except sqlite3.OperationalError:
            pass  # another process reads: the log stays beside the file, which is whole all the same
        finally:
            self._db.close()

    def known(self) -> dict[str, str]:
        """The ids of the articles that hold a telling of this version, each with its text."""
        with self._guarded():
            return dict(
                self._db.execute("SELECT a.id, a.text FROM articles a JOIN tellings t ON t.article = a.id WHERE t.made_by = ?", (MADE_BY,))
            )

    def put(self, tellings: Iterable[Telling]) -> None:
        """Keep tellings, each in the place of an older one of the same article."""
        with self._writing() as db:
            for telling in tellings:
                _put_telling(db, telling)

    def note(self, unreadable: Iterable[Unreadable]) -> None:
        """Keep the names of the documents that this run could not read, in the place of the last run's."""
        with self._writing() as db:
            db.execute("DELETE FROM unreadable")
            db.executemany("INSERT OR REPLACE INTO unreadable VALUES (?, ?)", [(u.origin, u.reason) for u in unreadable])

    def unreadable(self) -> tuple[Unreadable, ...]:
        """The documents that the last run could not read."""
        with self._guarded():
            return tuple(Unreadable(*row) for row in self._db.execute("SELECT origin, reason FROM unreadable ORDER BY rowid"))

    def tellings(self, ids: Sequence[str] | None = None) -> Iterator[Telling]:
        """The tellings of these articles in this order; without ids of all that no shelf holds, by day of publication, unknown last."""
        with self._guarded():
            if ids is None:
                wanted = "SELECT id FROM articles WHERE id NOT IN (SELECT article FROM placed) ORDER BY day IS NULL, day, id"
                ids = [row[0] for row in self._db.execute(wanted)]
            for article in ids:
                row = self._db.execute(
                    "SELECT t.value, a.text FROM tellings t JOIN articles a ON a.id = t.article WHERE t.article = ?", (article,)
                ).fetchone()
                if row:
                    yield _thaw(*row)

    def replace_stories(self, stories: Iterable[Compared | str]) -> None:
        """Keep these stories in the place of all that were there; of one that is as it was, its id says so."""
        with self._writing() as db:
            before = self.story_ids()
            for told in stories:
                if isinstance(told, str):
                    before.discard(told)
                    continue
                story = told.comparison.story.id
                before.discard(story)
                _empty(db, story)
                _fill(db, tables.of_comparison(told.comparison))
                db.execute(
                    "INSERT INTO compared VALUES (?, ?, ?, ?)", (story, told.made_of, told.page, zlib.compress(told.rest.encode(), 6))
                )
            for gone in before:
                _empty(db, gone)

    def compared(self, story: str) -> tuple[str, str, str] | None:
        """What a story was made of, the fingerprint of its page, and what else was left beside it (`Compared`)."""
        found = self._db.execute("SELECT made_of, page, rest FROM compared WHERE story = ?", (story,)).fetchone()
        return (found[0], found[1], zlib.decompress(found[2]).decode()) if found else None

    def prints(self, articles: Sequence[str]) -> Iterator[bytes]:
        """What the file holds of these articles and of what was found in them, in their order."""
        wanted = "SELECT t.value, a.text FROM tellings t JOIN articles a ON a.id = t.article WHERE t.article = ?"
        for article in articles:
            value, text = self._db.execute(wanted, (article,)).fetchone()
            yield value
            yield text.encode("utf-8", "surrogatepass")

    def story_ids(self) -> set[str]:
        """The ids of the stories kept now."""
        return {row[0] for row in self._db.execute("SELECT id FROM stories")}

    def rule(self, one: str, two: str, kind: Literal["together", "apart"]) -> None:
        """Keep a person's word on two articles, in the place of an earlier one on the same two."""
        with self._writing() as db:
            db.execute("DELETE FROM rulings WHERE one = ? AND two = ?", (two, one))
            db.execute("INSERT OR REPLACE INTO rulings VALUES (?, ?, ?)", (one, two, kind))

    def rulings(self) -> tuple[tuple[str, str, Literal["together", "apart"]], ...]:
        """All that a person has ruled, in order of the articles' ids."""
        with self._guarded():
            return tuple(row for row in self._db.execute("SELECT one, two, kind FROM rulings ORDER BY one, two"))

    def shelf(self) -> Rows:
        """Where a `grouping.Grouper` keeps its rows in this file."""
        return Rows(self, self._db, self._writing)

    def _prepare(self) -> None:
        version = self._db.execute("PRAGMA user_version").fetchone()[0]
        if version == VERSION:
            return
        if version not in (0, *ADDED) or (not version and self._db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]):
            raise StoreDamaged(self._path, f"it is a database of another kind or version ({version}, not {VERSION})")
        tables = files("samestory").joinpath("store.sql").read_text(encoding="utf-8")
        if version:
            tables = tables[tables.index(ADDED[version]) :]
        self._db.executescript(f"BEGIN IMMEDIATE; {tables} PRAGMA user_version = {VERSION}; COMMIT;")

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with self._guarded():
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield self._db
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise

    @contextmanager
    def _guarded(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.OperationalError as error:
            raise CannotWrite(self._path, str(error)) from error
        except sqlite3.DatabaseError as error:
            raise StoreDamaged(self._path, str(error)) from error


class Rows:
    """A `grouping.Shelf` in samestory.db: what a grouper has placed, found again by row. Rows are written some hundred at a time."""

    def __init__(self, store: Store, db: sqlite3.Connection, writing: Callable[[], AbstractContextManager[sqlite3.Connection]]) -> None:
        self._store = store
        self._db = db
        self._writing = writing
        self._pending: list[tuple[Any, ...]] = []
        self._moved: dict[int, int] = {}
        self._decided: list[tuple[object, ...]] = []

    def put(self, place: int, story: int, evidence: bytes, decision: Decision, telling: Telling) -> None:
        self._pending.append((place, decision.article, story, evidence, *_why(decision)))
        if len(self._pending) >= PENDING:
            self.write()

    def write(self) -> None:
        """Write what is pending."""
        if self._pending or self._moved or self._decided:
            with self._writing() as db:
                db.executemany("INSERT INTO placed VALUES (?, ?, ?, ?, ?, ?, ?, ?)", self._pending)
                db.executemany("UPDATE placed SET story = ? WHERE place = ?", [(story, place) for place, story in self._moved.items()])
                db.executemany("UPDATE placed SET opened = ?, score = ?, shared = ?, rule = ? WHERE place = ?", self._decided)
            self._pending, self._moved, self._decided = [], {}, []

    def whole(self) -> int:
        """The number of articles placed; 0 where the rows are of another version or a stopped run, or an article has changed since."""
        placed = int(self._db.execute("SELECT count(*) FROM placed").fetchone()[0])
        kept = self._db.execute("SELECT articles, made_by FROM counted").fetchone()
        return placed if kept == (placed, GROUPED_BY) else 0

    def clear(self) -> None:
        """Take all rows off the shelf."""
        with self._writing() as db:
            for table in ("placed", "retired", "counted"):
                db.execute(f"DELETE FROM {table}")

    def move(self, places: Sequence[int], story: int) -> None:
        self._moved.update(dict.fromkeys(places, story))

    def decide(self, place: int, decision: Decision) -> None:
        self._decided.append((*_why(decision), place))

    def retire(self, names: Iterable[tuple[int, int]]) -> None:
        with self._writing() as db:
            db.executemany("INSERT INTO retired VALUES (?, ?)", names)

    def named(self, name: int, most: int) -> list[int]:
        newest = "SELECT place FROM retired WHERE name = ? ORDER BY place DESC LIMIT ?"
        return [place for (place,) in self._db.execute(newest, (name, most))]

    def evidence(self, place: int) -> tuple[str, bytes]:
        article, evidence = self._row("article, evidence", place)
        return article, evidence

    def story(self, place: int) -> int:
        moved = self._moved.get(place)
        return int(self._row("story", place)[0]) if moved is None else moved

    def title(self, article: str) -> str | None:
        found = self._db.execute("SELECT title FROM articles WHERE id = ?", (article,)).fetchone()
        return found[0] if found else None

    def text(self, article: str) -> str | None:
        found = self._db.execute("SELECT text FROM articles WHERE id = ?", (article,)).fetchone()
        return found[0] if found else None

    def place(self, article: str) -> int | None:
        self.write()
        found = self._db.execute("SELECT place FROM placed WHERE article = ?", (article,)).fetchone()
        return found[0] if found else None

    def members(self, story: int) -> list[int]:
        self.write()
        return [place for (place,) in self._db.execute("SELECT place FROM placed WHERE story = ? ORDER BY place", (story,))]

    def newest(self, most: int) -> Iterator[tuple[int, int, str, bytes]]:
        self.write()
        last = self._db.execute("SELECT max(place) FROM placed").fetchone()[0]
        if last is None:
            return
        rows = self._db.execute("SELECT place, story, article, evidence FROM placed WHERE place > ? ORDER BY place", (last - most,))
        yield from rows

    def count(self, counted: tuple[int, float, bytes, bytes]) -> None:
        self.write()
        with self._writing() as db:
            db.execute("DELETE FROM counted")
            db.execute("INSERT INTO counted VALUES (?, ?, ?, ?, ?)", (*counted, GROUPED_BY))

    def counted(self) -> tuple[int, float, bytes, bytes] | None:
        found: tuple[int, float, bytes, bytes] | None = self._db.execute("SELECT articles, counted, words, counts FROM counted").fetchone()
        return found

    def groups(self) -> Iterator[tuple[int, list[str]]]:
        """Every story with the ids of its articles, in order of arrival: without their texts, for many."""
        self.write()
        rows = self._db.execute("SELECT story, article FROM placed ORDER BY story, place")
        for story, members in groupby(rows, key=itemgetter(0)):
            yield story, [article for _, article in members]

    def stories(self) -> Iterator[tuple[int, list[tuple[Telling, Decision]]]]:
        for story, articles in [*self.groups()]:
            yield story, [(telling, self._decision(telling.article.id)) for telling in self._store.tellings(articles)]

    def _decision(self, article: str) -> Decision:
        wanted = "SELECT opened, score, shared, rule FROM placed WHERE article = ?"
        opened, score, shared, rule = self._db.execute(wanted, (article,)).fetchone()
        return Decision(article, "", bool(opened), score, tuple(json.loads(shared)), rule)

    def _row(self, columns: str, place: int) -> tuple[Any, ...]:
        if self._pending and place >= self._pending[0][0]:
            self.write()  # only then: rows are asked for at every arrival, and written some hundred at a time
        found: tuple[Any, ...] = self._db.execute(f"SELECT {columns} FROM placed WHERE place = ?", (place,)).fetchone()
        return found


def _why(decision: Decision) -> tuple[object, ...]:
    return (int(decision.new), decision.score, json_of(decision.shared), decision.rule)


def _freeze(telling: Telling) -> bytes:
    return zlib.compress(_TELLING.dump_json(telling, exclude={"article": {"text"}}), 6)


def _thaw(frozen: bytes, text: str) -> Telling:
    plain = json.loads(zlib.decompress(frozen))
    plain["article"]["text"] = text
    return _TELLING.validate_python(plain)


def _fill(db: sqlite3.Connection, rows: Iterable[Row]) -> None:
    for table, values in rows:
        db.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(values))})", values)


def _empty(db: sqlite3.Connection, story: str) -> None:
    for table in OF_A_STORY:
        db.execute(f"DELETE FROM {table} WHERE story = ?", (story,))
    db.execute("DELETE FROM stories WHERE id = ?", (story,))


def _put_telling(db: sqlite3.Connection, telling: Telling) -> None:
    article = telling.article.id
    for table in OF_AN_ARTICLE:
        db.execute(f"DELETE FROM {table} WHERE article = ?", (article,))
    # What was placed is not this telling: the shelf is whole no longer.
    db.execute("DELETE FROM counted WHERE EXISTS (SELECT 1 FROM placed WHERE article = ?)", (article,))
    db.execute(PUT_ARTICLE, tables.of_article(telling))
    db.execute("INSERT INTO tellings VALUES (?, ?, ?)", (article, MADE_BY, _freeze(telling)))
    _fill(db, tables.of_telling(telling))
