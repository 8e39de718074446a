"""The whole line on a handful of articles: rows fit their schemas, the store gives back what it got, nothing is lost."""

from __future__ import annotations

import json
import sqlite3
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest

from samestory import comparing, fingerprints, grouping, pipeline
from samestory.errors import NoSuchPath, NothingToRead
from samestory.model import Telling, Unreadable
from samestory.showing import lines
from samestory.store import Store

FIRE = """Mill fire in Ostwick leaves 43 homeless

OSTWICK (March 4, 2025) - A fire tore through the old Brandt mill on Monday and left 43 people homeless, fire chief Dora Quill said.

"We lost the roof in ten minutes," Quill said. "Nobody could have stopped it."

The owner, Emil Brandt, 61, declined to comment.
"""
FIRE_RETOLD = """More than 40 lose their homes as Brandt mill burns

More than 40 people lost their homes when fire swept the Brandt mill in Ostwick on Monday, the Ostwick Signal reported.

"We lost the roof in ten minutes," said Dora Quill, the fire chief.

Emil Brandt, 61, who owns the mill, was in Harrow at the time.
"""
OTHER = """Library reopens after two years

TARN BAY (March 5, 2025) - The Tarn Bay library reopened on Wednesday with a new roof and a garden for children.

"It smells of paint and oranges," librarian Ines Okafor said.
"""


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    rows = [
        {"id": "fire-1", "text": FIRE, "outlet": "Ostwick Signal", "date": "2025-03-04"},
        {"id": "fire-2", "text": FIRE_RETOLD, "outlet": "Harrow Post", "date": "2025-03-04"},
    ]
    (folder / "fire.jsonl").write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    (folder / "library.txt").write_text(OTHER, encoding="utf-8")
    (folder / "broken.bin").write_bytes(bytes(range(256)) * 20)
    return folder


def schema(name: str) -> dict[str, object]:
    loaded: dict[str, object] = json.loads(files("samestory").joinpath(f"schemas/{name}.json").read_text(encoding="utf-8"))
    return loaded


def test_every_row_fits_its_schema(articles: Path) -> None:
    paths = [str(articles)]
    made = {
        "article": list(pipeline.read(paths)),
        "telling": list(pipeline.attribute(paths)),
        "story": list(pipeline.group(paths)),
        "decision": list(pipeline.arrivals(paths)),
        "comparison": list(pipeline.compare(paths)),
    }
    for name, values in made.items():
        assert len(values) > 1
        for value in values:
            wanted = "unreadable" if isinstance(value, Unreadable) else name
            jsonschema.validate(lines.row(value), schema(wanted))
            assert lines.plain(value)


def test_show_makes_the_folder_and_a_second_run_adds_only_what_is_new(articles: Path, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    first = pipeline.show([str(articles)], folder)
    assert (first.new, first.articles, first.stories, len(first.unreadable)) == (3, 3, 2, 1)
    written = {path.name: path.read_bytes() for path in folder.iterdir() if path.suffix != ".db"}
    second = pipeline.show([str(articles)], folder)
    assert (second.new, second.articles, second.stories) == (0, 3, 2)
    assert written == {path.name: path.read_bytes() for path in folder.iterdir() if path.suffix != ".db"}
    jsonschema.validate(json.loads((folder / "stories.json").read_text(encoding="utf-8")), schema("stories"))
    extra = tmp_path / "extra.txt"
    extra.write_text(OTHER.replace("Tarn Bay", "Low Pell").replace("library", "market hall"), encoding="utf-8")
    third = pipeline.show([str(extra)], folder)
    assert (third.new, third.articles) == (1, 4)


def test_the_store_gives_back_what_it_got(articles: Path, tmp_path: Path) -> None:
    tellings = [t for t in pipeline.attribute([str(articles)]) if isinstance(t, Telling)]
    store = Store(tmp_path / "kept.db")
    store.put(tellings)
    assert list(store.tellings([t.article.id for t in tellings])) == tellings
    store.close()


def test_the_same_id_with_other_words_is_named(tmp_path: Path) -> None:
    file = tmp_path / "twice.jsonl"
    rows = [{"id": "a", "text": FIRE}, {"id": "a", "text": FIRE}, {"id": "a", "text": OTHER}]
    file.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    report = pipeline.show([str(file)], tmp_path / "out")
    assert (report.articles, report.repeated) == (1, 1)
    assert "already belongs to another text" in report.unreadable[0].reason


def test_full_text_search_finds_the_article(articles: Path, tmp_path: Path) -> None:
    pipeline.show([str(articles)], tmp_path / "out")
    with sqlite3.connect(tmp_path / "out" / "samestory.db") as db:
        found = db.execute("SELECT a.id FROM articles_search s JOIN articles a ON a.number = s.rowid WHERE articles_search MATCH 'oranges'")
        assert len(found.fetchall()) == 1
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_paths_that_hold_nothing(tmp_path: Path) -> None:
    with pytest.raises(NoSuchPath, match="There is no file or folder"):
        list(pipeline.read([str(tmp_path / "nowhere")]))
    with pytest.raises(NothingToRead):
        list(pipeline.read([str(tmp_path)]))


def test_a_person_s_word_on_two_articles_is_kept_by_the_next_run(articles: Path, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    assert pipeline.show([str(articles)], folder).stories == 2
    store = Store(folder / "samestory.db")
    store.rule("fire-1", "fire-2", "apart")
    store.close()
    assert pipeline.show([str(articles)], folder).stories == 3


def test_a_later_run_places_only_what_is_new(articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grouping, "FEW", 0)
    folder, placed = tmp_path / "pages", []
    half = sorted(articles.rglob("*.*"))[::2]

    def watch(step: str, done: int) -> None:
        placed.append(done) if step == "group" else None

    pipeline.show([str(path) for path in half], folder, workers=1)
    first = pipeline.show([str(articles)], folder, workers=1, watch=watch)
    assert 0 < first.new == len(placed) < first.articles
    named = sorted(path.name for path in folder.glob("*.html"))
    placed.clear()
    again = pipeline.show([str(articles)], folder, workers=1, watch=watch)
    assert placed == []
    assert (again.articles, again.stories) == (first.articles, first.stories)
    assert sorted(path.name for path in folder.glob("*.html")) == named


def test_a_story_that_is_as_it_was_is_not_compared_again(articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "out"
    pipeline.show([str(articles)], folder, workers=1)
    before = {path.name: path.read_bytes() for path in folder.iterdir() if path.suffix in {".html", ".json"}}
    compared: list[tuple[str, ...]] = []
    compare = comparing.compare
    monkeypatch.setattr(comparing, "compare", lambda story, tellings: (compared.append(story.articles), compare(story, tellings))[1])
    pipeline.show([str(articles)], folder, workers=1)
    assert compared == []
    assert {path.name: path.read_bytes() for path in folder.iterdir() if path.suffix in {".html", ".json"}} == before
    page = next(name for name in before if name.endswith(".html") and b"Library reopens" in before[name] and name != "index.html")
    (folder / page).write_text("lost", encoding="utf-8")
    pipeline.show([str(articles)], folder, workers=1)
    assert len(compared) == 1  # a page that somebody changed is made again, and no other
    assert (folder / page).read_bytes() == before[page]
    row = {"id": "fire-3", "text": FIRE_RETOLD.replace("More than 40", "Some 50"), "outlet": "Tarn Bay Times", "date": "2025-03-05"}
    (articles / "later.jsonl").write_text(json.dumps(row), encoding="utf-8")
    pipeline.show([str(articles)], folder, workers=1)
    assert compared[1:] == [("fire-1", "fire-2", "fire-3")]
    db = sqlite3.connect(folder / "samestory.db")
    assert db.execute("SELECT count(*) FROM members").fetchone() == (4,)
    assert db.execute("SELECT count(*) FROM compared").fetchone() == db.execute("SELECT count(*) FROM stories").fetchone()
    db.close()


def test_another_version_of_samestory_compares_anew(articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "out"
    pipeline.show([str(articles)], folder, workers=1)
    compared = []
    compare = comparing.compare
    monkeypatch.setattr(comparing, "compare", lambda story, tellings: (compared.append(story.id), compare(story, tellings))[1])
    monkeypatch.setattr(fingerprints, "code", lambda: b"a later version")
    report = pipeline.show([str(articles)], folder, workers=1)
    assert len(compared) == report.stories
