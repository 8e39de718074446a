"""The door of the reading step: files, folders, bytes; what cannot be read is named and stops nothing."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from samestory.errors import NoSuchPath
from samestory.model import Article, Unreadable
from samestory.reading import documents, read, read_bytes

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Pier reopens</title></head><body><nav><a href="/">Home</a></nav><h1>Pier reopens</h1>
<p>The pier at Wexley reopened on Saturday after four months of repairs that cost the town a great deal of money.</p>
<p>Mayor Ines Corbridge walked to the end of it and back, and said that it felt longer than it used to be.</p></body></html>"""


def one(data: bytes, origin: str = "a") -> Article | Unreadable:
    found = list(read_bytes(data, origin))
    assert len(found) == 1
    return found[0]


def reason(data: bytes, origin: str = "a") -> str:
    found = one(data, origin)
    assert isinstance(found, Unreadable)
    assert found.origin == origin
    return found.reason


def test_a_file_and_its_packed_copy_give_the_same_text(tmp_path: Path) -> None:
    plain, packed = tmp_path / "pier.html", tmp_path / "pier.html.gz"
    plain.write_text(PAGE, encoding="utf-8")
    packed.write_bytes(gzip.compress(PAGE.encode()))
    first, second = next(read(plain)), next(read(packed))
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert first.text == second.text
    assert first.origin == plain.as_posix()


def test_the_id_hangs_on_name_and_text_only(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    for place in (tmp_path / "pier.html", tmp_path / "sub" / "pier.html"):
        place.write_text(PAGE, encoding="utf-8")
    first, second = next(read(tmp_path / "pier.html")), next(read(tmp_path / "sub" / "pier.html"))
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert first.id == second.id
    assert len(first.id) == 16


def test_folders_are_searched_in_order_without_what_is_hidden(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", ".hidden.txt", "sub/c.txt", ".git/d.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Words.", encoding="utf-8")
    assert [path.name for path in documents([tmp_path])] == ["a.txt", "b.txt", "c.txt"]
    assert [path.name for path in documents([tmp_path / ".hidden.txt"])] == [".hidden.txt"]


def test_a_path_that_is_not_there_is_said_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(NoSuchPath):
        next(documents([tmp_path, tmp_path / "nothing"]))


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (bytes(range(256)) * 40, "binary"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04....", "zip"),
        (b"PAR1....", "Parquet"),
        (gzip.compress(b"words " * 5000)[:-40], "cut off"),
        (b"\x1f\x8b\x08\x00 this is no gzip at all", "damaged"),
        (b'[{"text": "a"', "damaged"),
    ],
)
def test_what_is_no_article_is_named_in_words(data: bytes, words: str) -> None:
    assert words in reason(data)


def test_a_file_that_may_not_be_opened_is_named(tmp_path: Path) -> None:
    found = list(read(tmp_path / "gone.txt"))
    assert [type(one) for one in found] == [Unreadable]


def test_a_page_of_fifty_megabytes_is_refused_at_once() -> None:
    assert "too large" in reason(b"<html><body>" + b"<p>The pier reopened.</p>\n" * 2_000_000)


def test_a_small_file_that_unpacks_to_much_is_refused() -> None:
    assert "too large" in reason(gzip.compress(b"<html><body>" + b"<p>The pier.</p>" * 3_000_000))


@pytest.mark.parametrize("tag", [b"<div>", b"<b><i>", b"<table><tr><td>"])
def test_deep_nesting_does_no_harm(tag: bytes) -> None:
    assert isinstance(one(b"<html><body>" + tag * 100_000 + b"hello"), Article | Unreadable)


def test_too_many_elements_and_too_much_text_are_refused() -> None:
    assert "elements" in reason(b"<html><body>" + b"<p>a</p>" * 30_000)
    assert "characters" in reason(b"<html><body>" + (b"<p>" + b"pier " * 4_000 + b"</p>") * 60)
    assert "characters" in reason(b"pier " * 300_000)


def test_a_huge_script_does_not_hide_the_page() -> None:
    page = PAGE.replace("<body>", "<body><script>" + "var a = 1;" * 1_200_000 + "</script>")
    found = one(page.encode())
    assert isinstance(found, Article)
    assert "Mayor Ines Corbridge" in found.text


def test_rows_are_kept_to_the_letter_and_stream() -> None:
    text = "The pier\u00a0reopened.\r\n\r\n\tIt cost \U0001f4b7 much.\r\n"
    rows = (json.dumps({"id": number, "text": text}) for number in range(3))
    found = list(read_bytes("\n".join(rows).encode(), "rows.jsonl"))
    assert [one.text for one in found if isinstance(one, Article)] == [text] * 3
    assert [one.origin for one in found] == ["rows.jsonl#1", "rows.jsonl#2", "rows.jsonl#3"]
    assert [one.id for one in found if isinstance(one, Article)] == ["0", "1", "2"]


def test_rows_before_the_damage_of_a_packed_file_are_read() -> None:
    rows = "".join(
        json.dumps({"id": str(number), "text": f"The pier {number * 7919} reopened on day {number * 104729}."}) + "\n"
        for number in range(4000)
    )
    found = list(read_bytes(gzip.compress(rows.encode())[:-2000], "rows.jsonl.gz"))
    assert len(found) > 1000
    assert isinstance(found[-1], Unreadable)
    assert all(isinstance(one, Article) for one in found[:-1])


def test_halves_of_characters_can_be_written() -> None:
    found = one(b'{"text": "The pier \\ud800 reopened on Saturday.", "title": "\\udfff"}\n{"text": "b"}'.split(b"\n")[0])
    assert isinstance(found, Article)
    found.text.encode()


def test_a_list_of_rows_and_one_row_are_rows() -> None:
    rows = [{"id": "a", "text": "The pier reopened."}, {"id": "b", "html": PAGE}, 3]
    found = list(read_bytes(json.dumps(rows, indent=1).encode(), "rows.json"))
    assert [type(one) for one in found] == [Article, Article, Unreadable]


def test_same_input_same_output() -> None:
    assert one(PAGE.encode()) == one(PAGE.encode())


@pytest.mark.parametrize("blank", ["\u200e\x1c", "\x0b\u200f\x0b", "\u2003\u200e\u3000", "\ufeff\x85"])
def test_a_line_of_blanks_of_any_kind_is_no_block(blank: str) -> None:
    found = one(f"The pier reopened on Saturday.\n\n{blank}\n\nIt cost much.".encode())
    assert isinstance(found, Article)
    assert all(found.words(block.span).strip() for block in found.blocks)
    assert len(found.blocks) == 2


@pytest.mark.parametrize("tag", [b"<rss", b"<a/", b"<a x='", b"<a "])
def test_tags_without_an_end_take_no_time(tag: bytes) -> None:
    assert isinstance(one(b"<body>" + b"<b>" * 3_000 + tag * 90_000), Article | Unreadable)


def test_a_page_that_is_nothing_but_a_link_is_read() -> None:
    assert isinstance(one(b"<!DOCTYPE html><body><a href='/x'>Ten bridges that fell in a storm</a></body>"), Article | Unreadable)
