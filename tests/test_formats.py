"""What a document is, by its content; and its characters, whatever it declares."""

from __future__ import annotations

import codecs

import pytest

from samestory.reading.encoding import decode
from samestory.reading.formats import FORMATS, root
from samestory.reading.source import from_bytes

WORDS = "Der Bürgermeister sagte am Montag, die Brücke über den Fluß müsse für zwei Jahre geschlossen bleiben, weil das Geländer fällt. "
CYRILLIC = "Мэр города сказал в понедельник вечером, что мост через реку будет закрыт на два года, потому что перила падают. "


@pytest.mark.parametrize(
    ("data", "name", "format"),
    [
        (b"<!DOCTYPE html><p>Words", "a.txt", "HTML"),
        (b"<!-- saved --><html><body>Words", "a", "HTML"),
        (b'<?xml version="1.0"?><html xmlns="x"><body>Words</body></html>', "a", "HTML"),
        (b"Words with <b>marks</b> in them", "a.txt", "text"),
        (b"Menu <p>Words</p>", "a.html", "HTML"),
        (b"Words only", "a.html", "text"),
        (b'{"text": "a"}\n{"text": "b"}', "a", "JSON Lines"),
        (b'{"text": "a"}', "a.json", "JSON Lines"),
        (b'{\n "text": "a"\n}', "a", "JSON"),
        (b'[{"text": "a"}]', "a", "JSON"),
        (b"[Note: this is a text]", "a.txt", "text"),
        (b"{ This is a text }", "a.txt", "text"),
        (b'{"version": "https://jsonfeed.org/version/1", "items": []}', "a", "JSON Feed"),
        (b'<?xml version="1.0"?><rss version="2.0">', "a", "RSS or Atom"),
        (b'<feed xmlns="http://www.w3.org/2005/Atom">', "a", "RSS or Atom"),
        (b'<rdf:RDF xmlns:rdf="x">', "a", "RSS or Atom"),
        (b"<!DOCTYPE nitf [<!ENTITY a 'b'>]><nitf>", "a", "NewsML-G2 or NITF"),
        (b'<newsMessage xmlns="x">', "a", "NewsML-G2 or NITF"),
        (b'<?xml version="1.0"?><inventory>', "a", "other XML"),
    ],
)
def test_content_tells_the_format(data: bytes, name: str, format: str) -> None:
    with from_bytes(data, name) as source:
        assert next(one.name for one in FORMATS if one.fits(source, decode(source.head))) == format


def test_many_comments_are_passed_in_good_time() -> None:
    assert root("<!-- a -->" * 5_000 + "<rss>") == "rss"
    assert root("<!-- a " * 9_000) == ""


@pytest.mark.parametrize("name", ["utf-8", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "iso-8859-1"])
def test_undeclared_encodings(name: str) -> None:
    assert decode((WORDS * 3).encode(name)) == WORDS * 3


@pytest.mark.parametrize("name", ["windows-1251", "koi8-r"])
def test_declared_encodings(name: str) -> None:
    assert decode(f'<meta charset="{name}">{CYRILLIC}'.encode(name)).endswith(CYRILLIC)


def test_wrongly_declared_encodings() -> None:
    assert decode(f'<meta charset="iso-8859-1">{WORDS}'.encode()).endswith(WORDS)
    assert decode(f'<meta charset="utf-8">{WORDS * 3}'.encode("cp1252")).endswith(WORDS)
    assert decode((CYRILLIC * 3).encode("cp1251")) == CYRILLIC * 3


def test_a_mark_is_not_text_and_damage_costs_one_character() -> None:
    assert decode(codecs.BOM_UTF8 + b"a") == "a"
    assert decode((WORDS * 3).encode()[:-2] + b"\xc3") == (WORDS * 3)[:-2] + "\ufffd"
