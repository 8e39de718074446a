"""Dates that lines of pages print."""

from __future__ import annotations

import pytest

from samestory.reading import dates, stamps


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Published: Nov. 12, 2019 at 8:30 a.m. EST", [("2019-11-12T08:30:00-05:00", "published")]),
        (
            "Written: 2023-11-07 15:03:30 / Updated: 2023-11-07 15:30:46",
            [("2023-11-07T15:03:30", "published"), ("2023-11-07T15:30:46", "modified")],
        ),
        ("Last updated 04 Jun 2020, originally posted 17 Jun 2019", [("2020-06-04", "modified"), ("2019-06-17", "published")]),
        ("February 24, 2020 | 9:25pm", [("2020-02-24T21:25:00", None)]),
        ("Published 11:26 pm EST, Tuesday, November 19, 2019", [("2019-11-19T23:26:00-05:00", "published")]),
        ("Tue, Nov 19 20197:05 AM EST", [("2019-11-19T07:05:00-05:00", None)]),
        ("Zuletzt aktualisiert am 7. November 2023 um 12.15 Uhr", [("2023-11-07T12:15:00", "modified")]),
        ("Publicado el 12 de mayo de 2022", [("2022-05-12", "published")]),
        ("Le 1er août 2019", [("2019-08-01", None)]),
        ("10 октября 2018 в 15:43", [("2018-10-10T15:43:00", None)]),
        ("Nov. 12, 2019 8:30 pm +99:99", [("2019-11-12T20:30:00", None)]),
        ("Nov. 12, 2019 ٠٨:٣٠", [("2019-11-12", None)]),
        ("12 ſeptember 2019", []),  # the long s is an s to a search that minds no case
        ("12 KASIM 2019", []),
        ("2019年11月12日", [("2019-11-12", None)]),
        ("Datum: 30.01.2022 18:36", [("2022-01-30T18:36:00", "published")]),
        ("Erschienen 02.03.2022", [("2022-03-02", None)]),
        ("12/10/2020", []),  # two days can be meant
        ("1.2.3.2019", []),
        ("The pier of 1995 reopened at 8:30", []),
        ("Nov. 12, 2019 25:70", [("2019-11-12", None)]),
        ("Nov. 12, 2019 13:30 pm", [("2019-11-12", None)]),
        ("", []),
        ("x" * 300 + " Nov. 12, 2019", []),
    ],
)
def test_stamps(line: str, found: list[tuple[str, str | None]]) -> None:
    assert [(one.iso, one.role) for one in stamps.read(line)] == found


def test_what_a_line_says_besides() -> None:
    assert stamps.bare("By Ann Ode | Nov. 12, 2019 8:30 a.m.") == "By Ann Ode |"


def test_a_half_of_the_day_is_never_dropped() -> None:
    assert dates.iso("Nov 12, 2019 10:11 pm") == "2019-11-12"
