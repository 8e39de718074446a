"""Where grouping keeps what it has placed, in memory and in samestory.db, and a person's rulings. Everything is invented."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from samestory.errors import StoreDamaged
from samestory.grouping import Grouper, Ruling, Shelf, group, index
from samestory.grouping.reasons import name
from samestory.grouping.shelf import Memory
from samestory.model import Telling
from samestory.store import Store
from telling_builder import telling
from test_grouping import MILL, MILL_AGAIN, SHOP
from test_stories import WANTED, tellings, together


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path / "samestory.db")
    yield opened
    opened.close()


def filler(n: int) -> Telling:
    text = f"Reader {n} of Ostrick grew a pumpkin of {n + 40} pounds, which Zor{'abcdefghij'[n % 10]}an{n} Vell{n} weighed."
    return telling(f"filler-{n}", text, day="2025-03-06")


def test_stories_are_the_same_from_the_store(store: Store) -> None:
    store.put(tellings())
    grouper = Grouper(store.shelf())
    for told in tellings():
        grouper.add(told)
    assert together(grouper.stories()) == WANTED
    assert grouper.stories() == group(tellings())


def test_a_later_run_goes_on_from_the_store(tmp_path: Path) -> None:
    first, second, *rest = tellings()
    for part in ([first], [second, *rest]):
        store = Store(tmp_path / "samestory.db")
        store.put(part)
        grouper = Grouper(store.shelf())
        decisions = [grouper.add(told) for told in part]
        grouper.keep()
        found = together(grouper.stories())
        store.close()
    assert decisions[0].story == name("mill-1")
    assert "Ada Quill" in decisions[0].shared
    assert found == WANTED


@pytest.mark.parametrize("kept_in", ["memory", "store"])
def test_a_story_is_found_after_it_has_left_the_window(kept_in: str, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index, "WINDOW", 16)
    shelf: Shelf = Memory() if kept_in == "memory" else store.shelf()
    grouper = Grouper(shelf)
    first, second, *_ = tellings()
    grouper.add(first)
    for n in range(40):
        grouper.add(filler(n))
    assert grouper.add(second).story == name("mill-1")
    assert shelf.members(0) == [0, 41]
    assert shelf.story(41) == 0
    assert shelf.place("mill-2") == 41
    assert shelf.place("nobody") is None


def test_stories_are_joined_in_the_store(store: Store) -> None:
    shelf = store.shelf()
    grouper = Grouper(shelf, [Ruling("shop", "mill-1", "together"), Ruling("shop", "bridge-1", "together")])
    mill, _, shop, bridge, _ = tellings()
    for told in (mill, bridge, shop):
        grouper.add(told)
    assert [*shelf.groups()] == [(0, ["mill-1", "bridge-1", "shop"])]


def test_a_person_puts_articles_together() -> None:
    ruling = Ruling("mill-1", "shop", "together")
    found = group(tellings(), [ruling])
    assert {"mill-1", "mill-2", "shop"} in [set(story.articles) for story in found]
    why = {decision.article: decision.rule for story in found for decision in story.decisions}
    assert why["shop"] == "joins: a person put it with mill-1"


def test_a_person_keeps_articles_apart() -> None:
    found = group(tellings(), [Ruling("mill-2", "mill-1", "apart")])
    assert together(found) == {frozenset({"mill-1"}), frozenset({"mill-2"}), frozenset({"shop"}), frozenset({"bridge-1", "bridge-2"})}
    why = {decision.article: decision.rule for story in found for decision in story.decisions}
    assert why["mill-2"] == "opens: a person keeps it apart from mill-1"


def test_no_bridge_is_built_between_what_a_person_keeps_apart() -> None:
    third = telling("mill-3", MILL + "\n\n" + MILL_AGAIN, outlet="Ister Radio", day="2025-03-05")
    found = group([*tellings()[:2], third], [Ruling("mill-2", "mill-1", "apart")])
    assert not any({"mill-1", "mill-2"} <= set(story.articles) for story in found)


def test_rulings_are_kept_and_the_last_word_counts(store: Store) -> None:
    store.rule("a", "b", "together")
    store.rule("c", "d", "apart")
    store.rule("b", "a", "apart")
    assert store.rulings() == (("b", "a", "apart"), ("c", "d", "apart"))
    assert [Ruling(*row) for row in store.rulings()]


def test_rulings_reach_a_later_run(tmp_path: Path) -> None:
    store = Store(tmp_path / "samestory.db")
    store.rule("mill-1", "shop", "together")
    first = tellings()[0]
    grouper = Grouper(store.shelf())
    grouper.add(first)
    grouper.keep()
    again = Grouper(store.shelf(), [Ruling(*row) for row in store.rulings()])
    assert again.add(telling("shop", SHOP)).story == name("mill-1")
    store.close()


def test_what_has_left_the_window_is_not_taken_back_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    """Once it was: words counted less than not at all, and stories reached back without end after 45,000 arrivals."""
    monkeypatch.setattr(index, "WINDOW", 16)
    grouper = Grouper()
    first, second, *_ = tellings()
    for told in (first, second, *map(filler, range(40))):
        grouper.add(told)
    before = grouper._past.rarity.kept()
    grouper._past.count([0], [1])
    assert grouper._past.rarity.kept() == before


def test_a_shelf_is_whole_after_a_run_that_ended(store: Store) -> None:
    first, second, *_ = tellings()
    store.put([first, second])
    assert store.shelf().whole() == 0
    assert [told.article.id for told in store.tellings()] == [first.article.id, second.article.id]
    group([first], shelf=store.shelf())
    assert store.shelf().whole() == 1
    assert [told.article.id for told in store.tellings()] == [second.article.id]  # what is still to be placed
    shelf = store.shelf()
    Grouper(shelf).add(second)
    shelf.write()  # as a long run does now and then; then it was stopped
    assert store.shelf().whole() == 0
    store.shelf().clear()
    group([first, second], shelf=store.shelf())
    assert store.shelf().whole() == 2
    store.put([second])  # told anew: what was placed may not be so any more
    assert store.shelf().whole() == 0


def test_a_file_of_the_first_version_gets_the_new_tables(tmp_path: Path) -> None:
    path = tmp_path / "samestory.db"
    Store(path).close()
    db = sqlite3.connect(path)
    for table in ("placed", "retired", "counted", "rulings", "sources", "revisions", "compared"):
        db.execute(f"DROP TABLE {table}")
    for column in ("stories.summary", "stories.origins", "copies.kind", "copies.agency"):
        db.execute("ALTER TABLE {} DROP COLUMN {}".format(*column.split(".")))
    db.execute("PRAGMA user_version = 1")
    db.commit()
    db.close()
    store = Store(path)
    assert store.rulings() == ()
    store.close()
    db = sqlite3.connect(path)
    db.execute("PRAGMA user_version = 7")
    db.close()
    with pytest.raises(StoreDamaged):
        Store(path)
