"""Bytes: packings, bounds and traps; and what stands in folders that is no document."""

from __future__ import annotations

import gzip
import json
import os
import socket
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from backports import zstd

from samestory import engine, pipeline
from samestory.model import Article, Unreadable
from samestory.reading import documents, packed, pieces, pieces_of, read, read_bytes, read_piece, source
from warc_builder import by_record, page, pages

WORDS = b"The pier at Wexley reopened on Saturday after four months of repairs."
Pack = Callable[[bytes], bytes]


def reason(data: bytes, name: str = "a.txt") -> str:
    found = list(read_bytes(data, name))
    assert isinstance(found[-1], Unreadable)
    return found[-1].reason


@pytest.mark.parametrize("pack", [gzip.compress, zstd.compress])
def test_every_format_may_be_packed(pack: Pack, tmp_path: Path) -> None:
    row = json.dumps({"id": "r", "text": WORDS.decode()}).encode() + b"\n"
    for name, data in (("a.txt", WORDS), ("a.html", page(1)), ("a.jsonl", row * 2), ("a.warc", b"".join(pages(2)))):
        file = tmp_path / f"{name}.packed"
        file.write_bytes(pack(data))
        plain = [one.text for one in read_bytes(data, name) if isinstance(one, Article)]
        assert plain
        assert [one.text for one in read(file) if isinstance(one, Article)] == plain


@pytest.mark.parametrize("pack", [gzip.compress, zstd.compress])
def test_several_members_are_one_document(pack: Pack) -> None:
    (article,) = read_bytes(pack(WORDS) + pack(b"\n\n" + WORDS[::-1]) + (b"" if pack is zstd.compress else bytes(512)), "a.txt.gz")
    assert isinstance(article, Article)
    assert article.text.encode() == WORDS + b"\n\n" + WORDS[::-1]


@pytest.mark.parametrize("outer", [gzip.compress, zstd.compress])
@pytest.mark.parametrize("inner", [gzip.compress, zstd.compress])
def test_what_is_packed_twice_is_refused(outer: Pack, inner: Pack) -> None:
    assert "twice" in reason(outer(inner(WORDS)))


def checked(data: bytes) -> bytes:
    """With a check sum, as the zstd command writes it; without one most damage to a frame cannot be noticed."""
    return zstd.compress(data, options={zstd.CompressionParameter.checksum_flag: 1})


def test_packed_damage_is_named() -> None:
    many = os.urandom(300_000).hex().encode()
    for pack in (gzip.compress, checked):
        assert "cut off" in reason(pack(many)[:-100])
        whole = bytearray(pack(many))
        whole[200] ^= 0xFF
        assert "damaged" in reason(bytes(whole))
        assert "damaged" in reason(pack(WORDS) + b"what is this doing here")


def test_a_window_that_takes_the_memory_is_refused() -> None:
    wide = {zstd.CompressionParameter.window_log: 30, zstd.CompressionParameter.content_size_flag: 0}
    frame = zstd.ZstdCompressor(options=wide)
    assert "128 MB" in reason(frame.compress(WORDS) + frame.flush(zstd.ZstdCompressor.FLUSH_BLOCK) + frame.flush())


def test_a_dictionary_at_the_head_is_used() -> None:
    words = zstd.train_dict([page(number) for number in range(2000)], 4000)
    head = b"\x5d\x2a\x4d\x18" + len(words.dict_content).to_bytes(4, "little") + words.dict_content
    data = head + b"".join(zstd.compress(record, zstd_dict=words) for record in pages(5))
    assert len([one for one in read_bytes(data, "a.warc.zst") if isinstance(one, Article)]) == 5
    assert "damaged" in reason(head[:-200], "a.warc.zst")


@pytest.mark.parametrize("pack", [bytes, gzip.compress, zstd.compress])
@pytest.mark.parametrize(
    "start", [b"", b"<html><p>", b'{"id": "1", "text": "', b'[{"text": "', b'<?xml version="1.0"?><rss><title>', b"WARC/1.0\r\nA: "]
)
def test_an_endless_line_is_refused_whatever_it_begins_with(pack: Pack, start: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "LONGEST_PASSED", 40_000_000)
    words = reason(pack(start + b"a" * 50_000_000))
    assert any(said in words for said in ("too large", "longer than"))


def test_rows_around_one_that_is_too_long_are_read() -> None:
    row = json.dumps({"id": "1", "text": WORDS.decode()}).encode() + b"\n"
    found = list(read_bytes(row + b'{"text": "' + b"a" * 20_000_000 + b'"}\n' + row, "a.jsonl"))
    assert [type(one) for one in found] == [Article, Unreadable, Article]
    assert found[1].origin == "a.jsonl#2"


def test_a_million_empty_lines_are_a_trap() -> None:
    assert "empty lines" in reason(b'{"id": "1", "text": "a"}\n' + b"\n" * 1_200_000, "a.jsonl")


def test_folders_hold_more_than_documents(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(WORDS)
    os.mkfifo(tmp_path / "b.pipe")
    listening = socket.socket(socket.AF_UNIX)
    listening.bind(str(tmp_path / "c.socket"))
    (tmp_path / "d").symlink_to(tmp_path)
    (tmp_path / "e.txt").symlink_to(tmp_path / "e.txt")
    (tmp_path / "f.txt").symlink_to(tmp_path / "gone")
    (tmp_path / "g.txt").symlink_to(tmp_path / "a.txt")
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/h\xff.txt")).write_bytes(WORDS)
    found = list(pipeline.read([str(tmp_path)], workers=1))
    listening.close()
    told = {Path(one.origin).name: one.reason if isinstance(one, Unreadable) else "read" for one in found}
    assert [told[name] for name in ("a.txt", "g.txt", "h\ufffd.txt")] == ["read"] * 3
    for name, words in (("b.pipe", "pipe"), ("c.socket", "socket"), ("d", "link to a folder"), ("e.txt", "opened"), ("f.txt", "opened")):
        assert words in told[name]
    assert len(found) == 8


def test_a_folder_as_deep_as_can_be_is_searched(tmp_path: Path) -> None:
    here = Path.cwd()
    try:
        os.chdir(tmp_path)
        for _ in range(1100):
            Path("d").mkdir()
            os.chdir("d")
        assert list(documents([tmp_path])) is not None
    finally:
        for _ in range(1100):
            os.chdir("..")
            Path("d").rmdir()
        os.chdir(here)


def test_a_pipe_that_is_named_is_read(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=lambda: pipe.write_bytes(by_record(pages(3))))
    writer.start()
    found = [one for piece in pieces(pipe) for one in read_piece(piece)]
    writer.join()
    assert [type(one) for one in found] == [Article] * 3


def test_a_stream_is_cut_as_it_comes() -> None:
    class Endless:
        def __init__(self) -> None:
            self._rows = (json.dumps({"id": str(n), "text": WORDS.decode()}).encode() + b"\n" for n in range(10**9))

        def read(self, size: int) -> bytes:
            return b"".join(next(self._rows) for _ in range(1 + size // 200))

    cut: Iterator[object] = pieces_of(Endless(), "-")  # type: ignore[arg-type]
    for _, piece in zip(range(3000), cut, strict=False):
        assert not isinstance(piece, Unreadable)


def test_the_same_on_one_core_and_on_many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "LITTLE", 20_000)
    (tmp_path / "a.warc.gz").write_bytes(by_record(pages(40))[:-100])
    (tmp_path / "b.html").write_bytes(page(99))
    (tmp_path / "c.html").write_bytes(b"")
    (tmp_path / "d.jsonl").write_text(json.dumps({"id": "1", "text": WORDS.decode()}) + "\n{}\n", encoding="utf-8")
    one, many = (list(pipeline.read([str(tmp_path)], workers=workers)) for workers in (1, 2))
    assert one == many
    assert len(one) == 44


def test_a_document_that_ends_its_worker_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(WORDS)
    monkeypatch.setattr(engine, "each", lambda _, items, **__: ((item, engine.Lost("it ended its process")) for item in items))
    assert list(pipeline.read([str(tmp_path)])) == [Unreadable((tmp_path / "a.txt").as_posix(), "it ended its process")]


def test_going_on_after_damage_is_bounded() -> None:
    data = gzip.compress(WORDS) + b"\x1f\x8b\x08\x00" * 400_000
    found = list(read_bytes(data, "a.warc.gz"))
    assert 0 < len(found) < 2000
    assert len(found) <= packed.MOST_DAMAGE
