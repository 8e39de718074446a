"""Copies on disk: whole or not at all, closed to others, bounded, and never in the way."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from samestory.fetching.cache import FOLDER, Cache, Kept
from samestory.fetching.manners import cache_folder, told

KEPT = Kept(b"line one\nline two\n\x00", "text/html", '"1"', "Mon, 02 Nov 2026 10:00:00 GMT", 10.0, 20.5, False)


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    return tmp_path / FOLDER


def only(folder: Path) -> Path:
    (file,) = folder.iterdir()
    return file


def test_a_copy_comes_back_as_it_was(tmp_path: Path) -> None:
    Cache(tmp_path).put("key", KEPT)
    assert Cache(tmp_path).get("key") == KEPT
    assert Cache(tmp_path).get("another") is None


def test_a_copy_is_replaced_and_dropped(tmp_path: Path, pages: Path) -> None:
    cache = Cache(tmp_path)
    for body in (b"one", b"two"):
        cache.put("key", replace(KEPT, body=body))
    assert cache.get("key") == replace(KEPT, body=b"two")
    cache.drop("key")
    cache.drop("key")
    assert list(pages.iterdir()) == []


def test_the_folder_is_for_its_owner_only(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    Cache(tmp_path / "deep").put("key", KEPT)
    assert (tmp_path / "deep" / FOLDER).stat().st_mode & 0o777 == 0o700
    assert only(tmp_path / "deep" / FOLDER).stat().st_mode & 0o777 == 0o600
    assert tmp_path.stat().st_mode & 0o777 == 0o755  # the user's own folder stays as it is


def test_a_folder_that_is_open_to_others_is_closed(tmp_path: Path, pages: Path) -> None:
    pages.mkdir(mode=0o755)
    Cache(tmp_path).put("key", KEPT)
    assert pages.stat().st_mode & 0o777 == 0o700


def test_a_folder_of_somebody_else_is_not_used(tmp_path: Path, pages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
    cache = Cache(tmp_path)
    cache.put("key", KEPT)
    assert cache.get("key") is None
    assert list(pages.iterdir()) == []


def test_a_link_is_not_followed(tmp_path: Path, pages: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    pages.symlink_to(tmp_path / "elsewhere")
    Cache(tmp_path).put("key", KEPT)
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_folder_that_cannot_be_made_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    cache = Cache(tmp_path / "file" / "cache")
    cache.put("key", KEPT)
    assert cache.get("key") is None
    cache.tidy(5_000)


@pytest.mark.parametrize("damage", ["cut", "changed", "empty", "noise", "other layout", "other types", "no end"])
def test_damaged_copies_are_thrown_away(tmp_path: Path, pages: Path, damage: str) -> None:
    cache = Cache(tmp_path)
    cache.put("key", KEPT)
    file = only(pages)
    whole = file.read_bytes()
    file.write_bytes(
        {
            "cut": whole[:-3],
            "changed": whole.replace(b"two", b"too"),
            "empty": b"",
            "noise": os.urandom(500),
            "other layout": whole.replace(b'"layout": 1', b'"layout": 0'),
            "other types": whole.replace(b'"fresh": 20.5', b'"fresh": "x"'),
            "no end": b"[" * 200_000,
        }[damage]
    )
    assert cache.get("key") is None
    assert not file.exists()


def test_a_copy_under_another_key_is_none(tmp_path: Path, pages: Path) -> None:
    cache = Cache(tmp_path)
    cache.put("key", KEPT)
    only(pages).rename(cache._path(pages, "another"))
    assert cache.get("another") is None


def test_what_was_used_longest_ago_goes_first(tmp_path: Path, pages: Path) -> None:
    cache = Cache(tmp_path, largest=3_000)
    (pages / ".half.part").write_bytes(b"x" * 500)
    (pages / "notes.txt").write_text("not ours")
    for number in range(5):
        cache.put(str(number), replace(KEPT, body=b"x" * 1_000))
    for file in pages.iterdir():
        os.utime(file, (1, 1))
    (pages / ".new.part").write_bytes(b"x")  # of another run, still being written
    assert cache.get("1")
    assert cache.get("3")
    cache.tidy(5_000)
    assert [number for number in range(5) if cache.get(str(number))] == [1, 3]
    assert sorted(file.name for file in pages.iterdir() if file.suffix != ".kept") == [".new.part", "notes.txt"]


def test_a_full_disk_stops_nothing(tmp_path: Path, pages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    cache = Cache(tmp_path)
    monkeypatch.setattr(Path, "replace", full)
    cache.put("key", KEPT)
    assert list(pages.iterdir()) == []


def test_where_copies_are_kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cache_folder() == tmp_path / "samestory"
    monkeypatch.setenv("XDG_CACHE_HOME", "here")  # the standard: what is no whole path is passed over
    assert cache_folder() == Path.home() / ".cache" / "samestory"
    monkeypatch.setattr(Path, "home", classmethod(lambda _: Path("/home/jo")))
    asked = {"agent": None, "pause": None, "allow_private": False}
    assert told(cache=None, **asked).cache == cache_folder()  # type: ignore[arg-type]
    assert told(cache="off", **asked).cache is None  # type: ignore[arg-type]
    assert told(cache="~/copies", **asked).cache == Path("~/copies").expanduser()  # type: ignore[arg-type]
