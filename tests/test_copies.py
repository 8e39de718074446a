"""Copies are found by containment, and their passages match. All people, places and outlets are invented."""

from __future__ import annotations

from samestory.grouping.copies import Finder, shared_runs
from samestory.model import Copy, Telling
from samestory.text import fold
from telling_builder import Marks, telling

WIRE = """SANDLOW — A fire destroyed the old flour mill on Tanner Street on Monday night and injured a guard, officials said.

The blaze broke out shortly before ten o'clock and was brought under control by forty firefighters four hours later.

The owner, a company that sells seeds, had planned to turn the building into flats for sixty families by next autumn.

Investigators were looking at a heater in the guard's room, said the county fire chief, who asked for patience until the end of the week."""
OTHER = "Nobody in the town can remember a night as bright as that one, and few will want to see another like it before they die."


def find(*told: Telling) -> tuple[Copy, ...]:
    return Finder().find(told)


def plain(text: str) -> str:
    return " ".join(fold(text).casefold().split())


def test_a_wire_copy_trimmed_and_topped_is_found_with_its_words() -> None:
    middle = "\n\n".join(WIRE.split("\n\n")[1:3])
    wire = telling("wire", WIRE, outlet="Transcoast Press", day="2025-03-04")
    local = telling("local", f"{OTHER}\n\n{middle}", outlet="The Sandlow Post", day="2025-03-05")
    (copy,) = find(wire, local)
    assert (copy.article, copy.of) == ("local", "wire")
    assert 0.5 < copy.shared < 0.8
    for mine, theirs in copy.passages:
        assert plain(mine.of(local.article.text)) == plain(theirs.of(wire.article.text))
    assert mine.of(local.article.text).endswith("sixty families by next autumn")


def test_a_short_wire_item_embedded_in_a_long_text_is_found() -> None:
    item = WIRE.split("\n\n")[1]
    long = "\n\n".join([OTHER, WIRE.split("\n\n")[3], item, *(f"{OTHER} {n}" for n in "abcdefgh")])
    (copy,) = find(telling("a", item, day="2025-03-04"), telling("b", long, day="2025-03-05"))
    assert copy.shared > 0.95


def test_the_agency_is_the_source_even_when_its_own_text_stands_later() -> None:
    local = telling("local", f"{WIRE}\n\n(AP)", outlet="The Sandlow Post", day="2025-03-04")
    agency = telling("agency", WIRE, outlet="Associated Press", day="2025-03-05")
    (copy,) = find(local, agency)
    assert (copy.article, copy.of) == ("local", "agency")
    uncredited = telling("local", WIRE, outlet="The Sandlow Post", day="2025-03-04")
    (copy,) = find(uncredited, agency)
    assert (copy.article, copy.of) == ("agency", "local")


def test_of_one_day_a_credit_tells_the_direction() -> None:
    credit = Marks(credits=[("Harbour Ledger", "the Harbour Ledger reported")])
    first = telling("a", f"{WIRE}\n\nThis is what the Harbour Ledger reported.", credit, outlet="The Sandlow Post", day="2025-03-04")
    ledger = telling("b", WIRE, outlet="The Harbour Ledger", day="2025-03-04")
    (copy,) = find(first, ledger)
    assert (copy.article, copy.of) == ("a", "b")
    next_day = telling("b", WIRE, outlet="The Harbour Ledger", day="2025-03-05")
    (copy,) = find(first, next_day)
    assert (copy.article, copy.of) == ("b", "a")


def test_marks_and_case_do_not_part_a_passage_and_furniture_does() -> None:
    shouted = (
        WIRE.replace("'", "’").replace("officials said.", "OFFICIALS SAID.").replace("\n\nThe owner", "\n\nRELATED: Mills\n\nThe owner")
    )
    first = telling("a", WIRE, day="2025-03-04")
    second = telling("b", shouted, Marks(kinds=((2, "furniture"),)), day="2025-03-05")
    (copy,) = find(first, second)
    assert copy.shared == 1.0
    assert len(copy.passages) == 2
    assert not any("RELATED" in mine.of(shouted) for mine, _ in copy.passages)


def test_a_quotation_that_both_carry_is_no_copy() -> None:
    quote = '"We could see the flames from the other side of the river and hear the roof come down," said Jory Penhale.'
    one = telling("a", f"{quote}\n\n{OTHER}\n\n{WIRE.split(chr(10))[0]}")
    two = telling("b", f"{quote}\n\n" + " ".join(f"word{n}" for n in range(80)))
    assert find(one, two) == ()


def test_a_second_source_is_named_only_where_it_explains_more() -> None:
    first = telling("a", WIRE, day="2025-03-04")
    same = telling("b", WIRE, day="2025-03-05")
    third = telling("c", f"{WIRE}\n\n{OTHER}", day="2025-03-06")
    assert [(copy.article, copy.of) for copy in find(first, same, third)] == [("b", "a"), ("c", "a")]
    other = telling("o", f"{OTHER} {OTHER.replace('night', 'evening')} {OTHER.upper()}", day="2025-03-04")
    mixed = telling("m", f"{OTHER} {OTHER.replace('night', 'evening')} {WIRE.split(chr(10))[0]} {WIRE.split(chr(10))[2]}", day="2025-03-07")
    assert {(copy.article, copy.of) for copy in find(first, other, mixed)} == {("m", "a"), ("m", "o")}


def test_shared_runs_are_maximal() -> None:
    words = [f"w{n}" for n in range(30)]
    assert shared_runs(words, ["x", *words, "y"]) == [(0, 1, 30)]
    assert shared_runs(words[:7], words) == []
    assert shared_runs([], []) == []
