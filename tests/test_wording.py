"""How shared words are written in a decision's line. All people, places and outlets are invented."""

from __future__ import annotations

import pytest

from samestory.grouping import Grouper
from samestory.grouping.wording import Wording, Wordings, tellable
from samestory.model import Decision
from telling_builder import telling


def both(one: str, other: str, titles: tuple[str, str] = ("Here", "There")) -> Wordings:
    return Wordings(Wording(titles[0], one), Wording(titles[1], other))


@pytest.mark.parametrize(
    ("one", "other", "key", "written"),
    [
        ("Two witnesses with crutches.", "The witnesses found crutches.", "crutche", "crutches"),
        ("She hid one crutch.", "Her crutches stood there.", "crutch", ""),  # two keys: nothing that is shared
        ("He saw one launch.", "They saw the launch’s smoke.", "launch", "launch"),
        ("A deputy came.", "All deputies came.", "deputy", "deputy / deputies"),
        ("Given time, it holds.", "He had given it.", "given", "given"),
        ("The Marl Times wrote so.", "It took time.", "time", ""),  # a newspaper
        ("He said Ah and left.", "Ah was all.", "ah", ""),
        ("At 5 p.m. EDT it began.", "Seen at 7 p.m. EDT.", "edt", ""),
        ("MarlowÃ¢ came.", "MarlowÃ¢ went.", "marlowã", ""),
        ("The U.S. said no.", "A U.S. ship.", "u", ""),
    ],
)
def test_a_word_is_named_as_it_stands_in_both(one: str, other: str, key: str, written: str) -> None:
    assert both(one, other).word(key) == written


@pytest.mark.parametrize(
    ("one", "other", "key", "written"),
    [
        ("The man was Rolf Torres of Ostwick.", "Torres fled, police said.", "torre", "Torres"),
        ("It was Ada Quill who wrote.", "It was Ada Marsh who wrote.", "ada", ""),  # two bearers of a first name
        ("It was Ada Quill who wrote.", "It was Ada Quill who wrote.", "ada", "Ada"),
        ("He lives in Ostwick. The Ostwick Mill burnt.", "A fire in Ostwick. The Ostwick Fair goes on.", "ostwick", "Ostwick"),
        ("The Wall Street Journal had it.", "As the Wall Street Journal wrote.", "wall street", "Wall Street Journal"),
        ("The Tarn County Sheriff’s Office came.", "The Tarn County Sheriff's Office.", "tarn county", "Tarn County Sheriff's Office"),
        ("As Director Thane Quill said.", "So Director Thane Quill said.", "director thane", "Thane Quill"),
        ("As Vice President Quill said.", "So Vice President Quill said.", "vice president", "Vice President Quill"),
        (
            "The North Tarn Fractional High School.",
            "At North Tarn Fractional High School.",
            "north tarn",
            "North Tarn Fractional High School",
        ),
        ("It was Lloyd Marl.", "It was Lloyds of Marl.", "lloyd", ""),
        ("Ann J. Quill came.", "So Ann J. Quill said.", "ann quill", "Ann J. Quill"),
        ("The Marl Times had it. It takes time.", "READ MORE IN TIME. It took time.", "time", ""),
        ("It is in New Marl.", "They left New Marl.", "marl", "New Marl"),
    ],
)
def test_a_name_is_named_whole_and_of_one_bearer(one: str, other: str, key: str, written: str) -> None:
    assert both(one, other).name(key) == written


def test_headlines_say_only_what_stands_in_both() -> None:
    assert both("", "", ("Cities lit up by the moon", "What fans of Marl City sing")).headline("city") == ""
    assert both("", "", ("Ostcare", "Ostcare's ups and downs")).headline("ostcare") == "Ostcare"
    assert both("", "", ("MarlowÃ¢â‚¬â„¢s debate", "MarlowÃ¢â‚¬â„¢s lead")).headline("â") == ""


def test_a_street_is_no_newspaper() -> None:
    assert Wording("", "The Tanner Street Journal wrote of it.").street("tanner") == ""
    assert Wording("", "Banks of Wall Street fell.").street("wall") == ""
    assert Wording("", "He lives on Tanner Street.").street("tanner") == "Tanner"
    assert Wording("", "He lives on McTarn Street.").street("mctarn") == "McTarn"
    assert Wording("", "Shots on Tanner Street Monday.").street("tanner") == "Tanner"


def test_an_age_is_of_a_person() -> None:
    assert not Wording("", "In an 11-year-old video he boasts.").age(11)
    assert Wording("", "An 11-year-old boy saw it.").age(11)
    assert Wording("", "Ann Doe, 35, said so.").age(35)


def test_small_numbers_count_the_same_thing() -> None:
    assert both("There were 15 people.", "Some 15 people fled.").number("15") == "15"
    assert both("NewsFour 15 reports.", "It was 1:15 a.m.").number("15") == ""
    assert both("Call 608-364-6801 now.", "Call 608-364-6801 or come.").number("608") == ""
    assert both("A 5-year-old boy.", "The 5-year-old girl.").number("5") == ""  # an age: told as one
    assert both("It cost 1,200 crowns.", "The 1,200 crowns.").number("1200") == "1,200"


def test_a_credit_names_nobody() -> None:
    article = Wording("A mill burns", "(Dreamstime image: Olek Zhelt) The mill in Ostwick burnt.")
    assert article.name("zhelt") == ""
    assert article.name("ostwick") == "Ostwick"


def test_the_same_passages_are_a_run_of_words() -> None:
    run = "the mill by the old bridge burnt down overnight"
    assert both(f"She said {run}.", f"Now {run}, he said.").same_passages()
    assert not both("He shot himself by accident, police said.", "She shot himself by accident once.").same_passages()


LINKS = "Marlow incorrect in claiming council did not summon officials Three way clash set to dominate the evening"


def test_links_that_an_outlet_sets_on_its_pages_are_no_evidence() -> None:
    own = "Quill spoke of the dam in Ostwick and of the clerk who had kept the accounts for nine years without a single mistake in them."
    its = "The harbour of Sandlow stays shut, its master said, until the wreck has been raised and the channel been swept from end to end."
    found = both(f"{own} {LINKS}.", f"{its} {LINKS}.").of_one_outlet()
    assert found.word("clash") == ""
    assert not found.same_passages()
    again = both(f"{own} {LINKS}.", f"{own} {LINKS}.").of_one_outlet()
    assert again.same_passages()


def test_letters_of_other_tongues_are_letters() -> None:
    assert all(map(tellable, ("João", "Élan", "Ângela", "Šárka")))


def decisions(*texts: str) -> list[Decision]:
    grouper = Grouper()
    return [grouper.add(telling(str(n), text, outlet=f"Outlet {n}", day="2025-03-04")) for n, text in enumerate(texts)]


def test_a_decision_prints_no_stem() -> None:
    text = "Two witnesses in Ostwick saw Rolf Torres on crutches leave the Las Cruces mill with his taxes. {} The launches were off."
    _, second = decisions(text.format("He fled."), text.format("He ran off."))
    line = f"{second.rule} {' '.join(second.shared)}"
    assert "crutches" in line
    assert "Torres" in line
    assert not {"crutche", "torre", "witnesse", "launche", "taxe", "Cruce"} & set(line.replace(",", " ").split())
