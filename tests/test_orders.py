"""Dates that can be read two ways: which of the two a page means."""

from __future__ import annotations

import pytest

from page_maker import Line, completed, meta, told
from samestory.reading import orders


@pytest.mark.parametrize(
    ("others", "language", "address", "first"),
    [
        (["Posted 25/12/2019"], "en", "https://ledger.us/a", True),  # the page's own go before its country
        (["Posted 12/25/19"], "fr", "https://ledger.co.uk/a", False),
        (["25/12/2019", "12/25/2019"], "fr", "https://ledger.co.uk/a", None),  # it contradicts itself
        (["1/2/25/2019", "25/12", "99/99/2019"], "en", None, None),
        ([], "en", "https://www.ledger.co.uk/a", True),
        ([], "en", "https://ledger.com.au/a", True),
        ([], "en", "https://wexley.gov/a", False),
        ([], "en", "https://ledger.example/a", None),
        ([], "en", "https://[broken/a", None),
        ([], "de", None, True),
        ([], "es", None, None),
        ([], None, None, None),
    ],
)
def test_what_tells_the_order(others: list[str], language: str | None, address: str | None, first: bool | None) -> None:
    assert orders.day_first([*others, "12/10/2020"], language, address) is first


def test_a_printed_date_is_read_as_the_page_writes_its_others() -> None:
    assert completed("", [Line("12/10/2020")]).published is None
    assert completed("", [Line("12/10/2020")], [Line("More: 30/09/2020")]).published == "2020-10-12"
    assert completed("", [Line("12/10/2020 8:30")], [Line("More: 9/30/2020")]).published == "2020-12-10T08:30:00"


def test_a_printed_date_is_read_as_the_country_writes_it() -> None:
    assert completed(meta("og:url", "https://ledger.co.uk/pier"), [Line("Published 12/10/2020")]).published == "2020-10-12"
    assert told(meta("og:locale", "fr_FR")).language == "fr"
    assert completed(meta("og:locale", "fr_FR"), [Line("Le 12/10/2020")]).published == "2020-10-12"
