"""Agencies that sign a text. All people, places and outlets are invented, the agencies' names aside."""

from __future__ import annotations

import pytest

from samestory.grouping import agencies
from samestory.grouping.copies import Finder
from samestory.model import Telling
from telling_builder import Marks, telling

BODY = """A fire destroyed the old flour mill on Tanner Street on Monday night and injured a guard, officials said.

The blaze broke out shortly before ten o'clock and was brought under control by forty firefighters four hours later.

The owner, a company that sells seeds, had planned to turn the building into flats for sixty families by next autumn.

Investigators were looking at a heater in the guard's room, said the county fire chief, who asked for patience.

The company's insurer had asked for new wiring a year ago, a letter that was read out at the council shows."""
OWN = "Nobody in the town can remember a night as bright as that one, and few will want to see another like it before they die."


def signed(text: str, marks: Marks | None = None, **heads: str | None) -> list[tuple[str, str, str | None]]:
    told = telling("a", text, marks, **heads)
    return [(one.agency, one.how, told.article.words(one.span) if one.span else None) for one in agencies.find(told)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"SANDLOW (AP) — {BODY}", ("Associated Press", "dateline", "(AP)")),
        (f"SANDLOW, Jan 14 (Reuters) - {BODY}", ("Reuters", "dateline", "(Reuters)")),
        (f"By Jory Penhale, Associated Press\n\n{BODY}", ("Associated Press", "byline", "By Jory Penhale, Associated Press")),
        (f"JORY PENHALE\n\nThe Associated Press\n\n{BODY}", ("Associated Press", "byline", "The Associated Press")),
        (f"{BODY}\n\n(AFP)", ("Agence France-Presse", "byline", "(AFP)")),
        (f"{BODY}\n\nCopyright 2024 The Associated Press. All rights reserved.", ("Associated Press", "copyright", "The Associated Press")),
        (
            f"{BODY}\n\nThe Associated Press contributed to this report.",
            ("Associated Press", "contributed", "The Associated Press contributed"),
        ),
        (f"{BODY}\n\nContributing: Reuters", ("Reuters", "contributed", "Contributing: Reuters")),
        (f"{BODY}\n\nThis report contains material from Reuters.", ("Reuters", "contributed", "material from Reuters")),
    ],
)
def test_an_agency_signs(text: str, expected: tuple[str, str, str]) -> None:
    assert signed(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        f"The mill on fire. (Jory Penhale/Reuters)\n\n{BODY}",
        f"(AP Photo/Jory Penhale)\n\n{BODY}",
        f"The mill, the AP reported, was old.\n\n{BODY}",
        f"{BODY}\n\nThe mill is for sale, according to the Associated Press.",
        f"{BODY}\n\nBloomberg came out swinging",
        f"Penhale (AP) was there.\n\n{BODY}",
        f"{BODY}\n\n© REUTERS / Jory Penhale",
    ],
)
def test_a_photo_a_credit_and_a_mention_sign_nothing(text: str) -> None:
    assert signed(text) == []


def test_outlet_and_byline_of_the_document_count() -> None:
    assert signed(BODY, outlet="The Associated Press") == [("Associated Press", "outlet", None)]
    assert signed(BODY, outlet="Reuters.com") == [("Reuters", "outlet", None)]
    assert signed(BODY, outlet="Sandlow Express") == []


def test_a_caption_signs_nothing() -> None:
    assert signed(f"(Reuters) - The mill\n\n{BODY}", Marks(kinds=((0, "caption"),))) == []


def test_a_copy_of_an_agencys_text_names_the_agency_whoever_came_first() -> None:
    post = telling("post", f"SANDLOW (AP) — {BODY}", outlet="The Sandlow Post", day="2025-03-04")
    courier = telling("courier", f"SANDLOW (AP) — {BODY}", outlet="Northfield Courier", day="2025-03-05")
    (copy,) = Finder().find([post, courier])
    assert (copy.article, copy.of, copy.agency, copy.kind) == ("courier", "post", "Associated Press", "whole")
    plain = telling("plain", BODY, outlet="Northfield Courier", day="2025-03-05")
    (copy,) = Finder().find([post, plain])
    assert copy.agency == "Associated Press"
    helped = telling("helped", f"{BODY}\n\nThe Associated Press contributed to this report.", outlet="Wexley Radio", day="2025-03-05")
    (copy,) = Finder().find([telling("first", BODY, outlet="The Sandlow Post", day="2025-03-04"), helped])
    assert copy.agency is None


def kind(mine: str, source: str = BODY) -> str:
    (copy,) = Finder().find([telling("source", source, day="2025-03-04"), telling("mine", mine, day="2025-03-05")])
    assert copy.article == "mine"
    return copy.kind


def test_kinds_of_copies() -> None:
    paragraphs = BODY.split("\n\n")
    own = "\n\n".join(OWN.replace("night", f"{word} night") for word in ("first", "second", "third", "fourth"))
    assert kind(BODY) == "whole"
    assert kind("\n\n".join(paragraphs[:3])) == "trimmed"
    assert kind(f"{OWN}\n\n{BODY}") == "topped"
    assert kind("\n\n".join([OWN, *paragraphs[:3]])) == "topped"
    assert kind(f"{own}\n\n{BODY}\n\n{own.upper()}") == "embedded"
    assert kind("\n\n".join([OWN, *paragraphs[:2], own])) == "part"


def test_a_story_of_one_is_signed_too() -> None:
    told: Telling = telling("a", f"SANDLOW (AP) — {BODY}")
    assert [one.agency for one in Finder().signed([told])] == ["Associated Press"]
