"""Parquet: rows like those of JSON Lines; damage and traps end as one `Unreadable`."""

from __future__ import annotations

import gzip
import io
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from arro3.core import Array, DataType, Table, list_array
from arro3.io import write_parquet
from backports import zstd

from samestory.model import Article, Unreadable
from samestory.reading import columns, pieces, read, read_bytes
from warc_builder import page

TEXT = "The pier at Wexley reopened on Saturday.\r\n\r\n\tIt cost \U0001f4b7 much."
MOMENT = int(datetime(2026, 3, 14, 9, 30, tzinfo=UTC).timestamp()) * 1_000_000


def table(count: int = 3, text: str = TEXT) -> Table:
    return Table.from_pydict(
        {
            "id": Array([str(number) for number in range(count)], DataType.utf8()),
            "text": Array([text] * count, DataType.large_utf8()),
            "date": Array([MOMENT] * count, DataType.int64()).cast(DataType.timestamp("us", tz="UTC")),
            "byline": list_array(
                Array(range(0, 2 * count + 1, 2), DataType.int32()), Array(["Ines Corbridge", "Tom Ode"] * count, DataType.utf8())
            ),
            "outlet": Array([None] * count, DataType.utf8()),
            "picture": Array([b"\xff\xd8"] * count, DataType.binary()),
        }
    )


def packed(rows: Table) -> bytes:
    file = io.BytesIO()
    write_parquet(rows, file, compression="zstd(3)")
    return file.getvalue()


def test_rows_are_articles_kept_to_the_letter(tmp_path: Path) -> None:
    file = tmp_path / "rows.parquet"
    file.write_bytes(packed(table()))
    found = [one for one in read(file) if isinstance(one, Article)]
    assert [one.id for one in found] == ["0", "1", "2"]
    assert [one.text for one in found] == [TEXT] * 3
    assert found[1].origin == f"{file.as_posix()}#2"
    assert found[0].published == "2026-03-14T09:30:00+00:00"
    assert found[0].byline == ("Ines Corbridge", "Tom Ode")
    assert found[0].outlet is None


def test_days_and_names_and_pages_in_columns() -> None:
    rows = Table.from_pydict(
        {
            "html": Array([page(1).decode()], DataType.utf8()),
            "date": Array([date(2026, 3, 14).toordinal() - date(1970, 1, 1).toordinal()], DataType.int32()).cast(DataType.date32()),
            "byline": Array(["Ines Corbridge"], DataType.utf8()),
            "url": Array(["https://wexley.example/1"], DataType.utf8()),
        }
    )
    (article,) = read_bytes(packed(rows), "rows.parquet")
    assert isinstance(article, Article)
    assert (article.published, article.byline, article.url) == ("2026-03-14", ("Ines Corbridge",), "https://wexley.example/1")
    assert "Pier 1 at Wexley reopened" in article.text


@pytest.mark.parametrize("pack", [gzip.compress, zstd.compress])
def test_a_packed_file_is_read(pack: type[bytes]) -> None:
    assert len(list(read_bytes(pack(packed(table())), "rows.parquet.gz"))) == 3


def test_damage_is_named() -> None:
    whole = packed(table(2000, TEXT * 5))
    for data in (
        whole[:-100],
        whole[: len(whole) // 2],
        whole[:40] + bytes(60) + whole[100:],
        whole[:-60] + bytes(40) + whole[-20:],
        b"PAR1" * 3,
    ):
        found = list(read_bytes(data, "rows.parquet"))
        assert isinstance(found[-1], Unreadable)
        assert "damaged" in found[-1].reason
        assert all(isinstance(one, Article) for one in found[:-1])


def test_a_file_that_unpacks_to_too_much_is_refused() -> None:
    (said,) = read_bytes(packed(table(1, "pier " * 130_000_000)), "rows.parquet")
    assert isinstance(said, Unreadable)
    assert f"more than {columns.MEMORY >> 20} MB" in said.reason


def test_a_row_that_is_too_long_is_named_and_the_others_read() -> None:
    found = list(
        read_bytes(
            packed(Table.from_batches([*table(1).to_batches(), *table(1, "pier " * 5_000_000).to_batches(), *table(1).to_batches()])), "a"
        )
    )
    assert [type(one) for one in found] == [Article, Unreadable, Article]


def test_no_rows_and_rows_without_text_are_named() -> None:
    (said,) = read_bytes(packed(table(0)), "rows.parquet")
    assert isinstance(said, Unreadable)
    assert "no rows" in said.reason
    (said,) = read_bytes(packed(Table.from_pydict({"title": Array(["a"], DataType.utf8())})), "rows.parquet")
    assert isinstance(said, Unreadable)
    assert "neither text nor html" in said.reason


def test_who_stops_early_leaves_no_process(tmp_path: Path) -> None:
    file = tmp_path / "rows.parquet"
    file.write_bytes(packed(table(50_000)))
    cut = pieces(file)
    assert next(cut).origin.endswith("#1")
    cut.close()  # type: ignore[attr-defined]
