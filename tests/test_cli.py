"""Exit statuses and messages of the command line, as docs/output.md tells them."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from samestory import cli

WORDS = 'Rain in Ostwick\n\n"It rained all day," farmer Jo Marsh said on Monday. The river rose by two metres and closed three roads.\n'


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "rain.txt"
    path.write_text(WORDS, encoding="utf-8")
    return path


def test_a_missing_path_is_one_clear_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["show", "nowhere.txt"]) == 2
    assert capsys.readouterr().err == "samestory: There is no file or folder at nowhere.txt. Check the spelling, or give the full path.\n"


def test_a_bad_option_is_one_clear_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["read", "--jason"]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_reading_prints_rows(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["read", str(article), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["text"] == WORDS


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02" * 500, b"   \n \n"], ids=["empty", "binary", "blank"])
def test_unreadable_files_are_named_and_the_rest_is_read(
    article: Path, tmp_path: Path, content: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_bytes(content)
    assert cli.run(["read", str(bad), str(article), "--json"]) == 1
    first, second = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert first["origin"].endswith("bad.txt")
    assert first["unreadable"]
    assert second["text"] == WORDS


def test_show_says_where_the_pages_are(article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["show", str(article), "-o", str(tmp_path / "out")]) == 0
    out = capsys.readouterr().out
    assert "1 article (1 new) in 1 story" in out
    assert str(tmp_path / "out" / "index.html") in out


def test_a_folder_that_cannot_be_made(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["show", str(article), "-o", str(article / "out")]) == 2
    assert "Cannot write to" in capsys.readouterr().err


def test_a_store_that_is_not_ours(article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "samestory.db").write_bytes(b"not a database at all" * 100)
    assert cli.run(["show", str(article), "-o", str(out)]) == 2
    assert "cannot be used" in capsys.readouterr().err
    (out / "samestory.db").unlink()
    with sqlite3.connect(out / "samestory.db") as db:
        db.execute("CREATE TABLE other (a)")
    db.close()
    assert cli.run(["show", str(article), "-o", str(out)]) == 2
    assert "another kind" in capsys.readouterr().err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="/dev/full is not here")
def test_a_full_disk_under_standard_output(article: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "samestory", "read", str(article), "--json"], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.returncode == 2
    assert "samestory: could not write the output" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_reader_that_goes_away_is_no_error(article: Path) -> None:
    source, sink = os.pipe()
    os.close(source)
    with os.fdopen(sink, "w") as gone:
        done = subprocess.run(
            [sys.executable, "-m", "samestory", "read", str(article), "--json"], stdout=gone, stderr=subprocess.PIPE, text=True, check=False
        )
    assert (done.returncode, done.stderr) == (0, "")


def test_standard_input(article: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "samestory", "read", "-", "--json"],
        input=WORDS,
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
    )
    assert json.loads(done.stdout)["origin"] == "-"


def test_a_page_of_fifty_megabytes_ends_soon_and_with_a_reason(tmp_path: Path) -> None:
    line = "<p>The river rose by two metres on Monday and the council closed three roads, it told readers.</p>\n"
    page = tmp_path / "big.html"
    page.write_text("<html><head><title>Big</title></head><body>" + line * (50_000_000 // len(line)), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "samestory", "read", str(page), "--json"], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 1
    assert "too large" in json.loads(done.stdout)["unreadable"]


@pytest.fixture
def full_disk(tmp_path: Path) -> Iterator[Path]:
    disk = tmp_path / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=300k", "tmpfs", str(disk)], capture_output=True, check=False).returncode:
        pytest.skip("may not mount a small disk here")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


@pytest.mark.skipif(sys.platform != "linux", reason="a small disk is mounted the way Linux does it")
def test_a_full_disk_under_the_pages(article: Path, full_disk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["show", str(article), "-o", str(full_disk / "out")]) == 2
    message = capsys.readouterr().err
    assert message.startswith("samestory: Cannot write to")
    assert message.count("\n") == 1


@pytest.mark.skipif(sys.platform != "linux", reason="a small disk is mounted the way Linux does it")
def test_a_disk_that_may_not_be_written(article: Path, full_disk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    subprocess.run(["mount", "-o", "remount,ro", str(full_disk)], check=True)
    assert cli.run(["show", str(article), "-o", str(full_disk / "out")]) == 2
    assert capsys.readouterr().err.startswith("samestory: Cannot write to")


def test_a_person_rules_on_two_articles_and_the_pages_follow(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = [
        {"id": "rain", "text": WORDS},
        {"id": "prize", "text": "Baker of Ostrick wins a prize\n\nBerta Lumm won the bread prize on Friday.\n"},
    ]
    source, folder = tmp_path / "rows.jsonl", tmp_path / "out"
    source.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")

    def stories() -> list[list[str]]:
        told = json.loads((folder / "stories.json").read_text(encoding="utf-8"))["stories"]
        assert {f"{story['id']}.html" for story in told} | {"index.html"} == {path.name for path in folder.glob("*.html")}
        return sorted(sorted(story["articles"]) for story in told)

    assert cli.run(["show", str(source), "-o", str(folder)]) == 0
    assert stories() == [["prize"], ["rain"]]
    assert cli.run(["together", str(folder), "rain", "prize"]) == 0
    assert "rain and prize: together from now on\n2 articles in 1 story\n" in capsys.readouterr().out
    assert stories() == [["prize", "rain"]]
    assert cli.run(["show", str(source), "-o", str(folder)]) == 0
    assert stories() == [["prize", "rain"]]
    assert cli.run(["apart", str(folder), "prize", "rain"]) == 0
    assert stories() == [["prize"], ["rain"]]


@pytest.mark.parametrize("ids", [("rain", "nobody"), ("rain", "rain")])
def test_a_ruling_on_an_unknown_article_is_refused(
    article: Path, tmp_path: Path, ids: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "out"
    assert cli.run(["together", str(folder), *ids]) == 2
    assert "There is no file or folder at" in capsys.readouterr().err
    assert cli.run(["show", str(article), "-o", str(folder)]) == 0
    assert cli.run(["together", str(folder), *ids]) == 2
    assert "no such article to rule on" in capsys.readouterr().err


def test_without_a_command_the_help_is_shown_and_nothing_is_complained_of(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run([]) == 2
    shown = capsys.readouterr()
    assert shown.err == ""
    assert "Commands:" in shown.out
    assert "..." not in shown.out.split("Commands:")[1], "no command's line is cut"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["show"], "samestory: Missing argument 'PATH...'. See: samestory show --help\n"),
        (["shw"], "samestory: No such command 'shw'. Did you mean 'show'? See: samestory --help\n"),
        (["show", "x", "--bogus"], "samestory: No such option: --bogus. See: samestory show --help\n"),
    ],
)
def test_wrong_arguments_are_told_with_where_the_right_ones_stand(
    arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(arguments) == 2
    assert capsys.readouterr().err == message


def test_a_flag_takes_no_value_in_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["read", "--help"]) == 0
    shown = capsys.readouterr().out
    assert "--json " in shown
    assert "<bool>" not in shown
