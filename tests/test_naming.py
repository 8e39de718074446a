"""What a value is called: words of one sentence, in their order, never those of somebody else."""

from __future__ import annotations

import pytest

from agreement_builder import points
from differing import differing
from samestory.comparing import naming
from samestory.comparing.beside import Place
from telling_builder import Marks, Stated, place, telling


def at(text: str, words: str) -> Place:
    told = telling("a", text)
    return Place(told, told.article.span(0, len(text)), place(told, words))


@pytest.mark.parametrize(
    ("text", "value", "name"),
    [
        # whose the value is, not the place or the people elsewhere in the sentence
        ("A two-year-old boy was shot in the head at a Harwick apartment.", "two-year-old", "boy was shot in the head"),
        ("With the 21 sailors a 20-month-old boy born to one of them was freed.", "20-month-old", "boy"),
        ("The 16-year-old appeared in court on Monday.", "16", "“The …-year-old appeared in court on Monday”"),
        # of dead and wounded the word that stands beside the number
        ("Two bodies and more than 100 wounded people had been brought in.", "more than 100", "wounded people"),
        ("The blast left at least 50 dead and 400 hurt.", "at least 50", "dead"),
        ("The blast left at least 50 dead and 400 hurt.", "400", "hurt"),
        ("At least 59 people were killed and 400 were hurt.", "At least 59", "people were killed"),
        # the adjective beside the number
        ("The moon appeared 14 per cent larger and 30 per cent brighter.", "14 per cent", "“The moon appeared … larger”"),
        (
            "The moon appeared 14 per cent larger and 30 per cent brighter.",
            "30 per cent",
            "“The moon appeared 14 per cent larger and … brighter”",
        ),
        # who is counted, where the noun alone would not say it
        ("Harwick and three other men went to a home.", "three", "“Harwick and … other men went to a home”"),
        (
            "Boko leaders were exchanged for four Verian rebels in Wexley.",
            "four",
            "“Boko leaders were exchanged for … Verian rebels in Wexley”",
        ),
        ("Four Verian rebels were freed on Monday.", "Four", "Verian rebels were freed on Monday"),
        ("The mill paid $60 per share in cash.", "$60", "“The mill paid … per share in cash”"),
        ("The mill made a $60 million offer for the yard.", "$60 million", "“The mill made a … offer for the yard”"),
        ("They began a $7 million harbour campaign on Monday.", "$7 million", "harbour campaign"),
        # the noun that a number with its unit stands before
        ("A rocket will carry a 425kg relay satellite and go on.", "425kg", "relay satellite"),
        ("It burned down after an 18-month investigation by the board.", "18-month", "investigation"),
        ("The 30cm wide well is deep.", "30cm", "“The … wide well is deep”"),
        # units with what they measure; of a time alone nobody knows what it is of
        ("The hall is 65 miles northeast of Wexley.", "65", "miles northeast of Wexley"),
        ("The ship took 600 tons of refined oil.", "600 tons", "tons of refined oil"),
        ("He jailed her for three years in Wexley.", "three years", "“He jailed her for … in Wexley”"),
        ("They could carry 6 liters (1.5 gallons) of liquid apiece.", "1.5 gallons", "“They could carry 6 liters (…) of liquid apiece”"),
        ("The lamp comes in 20-watt models starting at noon.", "20-watt", "models"),
        (
            "The bell was sold for more than $4 million setting a record.",
            "$4 million",
            "“The bell was sold for more than … setting a record”",
        ),
        ("The club won only three of its 11 games.", "three", "“The club won only … of its 11 games”"),
        ("The mole is 6 feet, 3 inches and a pier of 40.", "3 inches", "“The mole is 6 feet, …”"),
        ("They flew with … for Ann and two girls Hannah and Ari in Wexley.", "two", "“for Ann and … girls Hannah and Ari in Wexley”"),
        ("Police said 40 men and 12 women left.", "12", "“men and … women left”"),
        ("They saw 12 grave or light wounds on the.", "12", "“They saw … grave or light wounds”"),
        ("Ann and three other men soon went to a home in Wexley.", "three", "“Ann and … other men soon went to a home”"),
        # a clause with too little in it takes the one beside it
        ("In my 18 years of doing it, no ferry sank.", "18 years", "“In my … of doing it, no ferry sank”"),
        ("On the mole, 18.", "18", "“On the mole, …”"),
        ("He has 18.", "18", ""),
        # short words with a dot end no clause, and a number may be of a name
        (
            "Mr. Tarn left at 6 p.m. from St. Ann with 18 Merle 747 boats in a row.",
            "18",
            "“left at 6 p.m. from St. Ann with … Merle 747 boats in a row”",
        ),
    ],
)
def test_what_a_number_is_of(text: str, value: str, name: str) -> None:
    assert naming.of_number([at(text, value)]) == name


@pytest.mark.parametrize(
    ("text", "value", "name"),
    [
        ("Both were let aboard the All Verian Air flight, though one had paid.", "Air", "“Both were let aboard the All Verian … flight”"),
        ("She drove to the corner of Merle Circle and Harwick Drive.", "Harwick", "“drove to the corner of Merle Circle and … Drive”"),
        ("The court Saturday jailed former mayor Joel Tarn.", "Saturday", "“The court … jailed former mayor Joel Tarn”"),
        ("The tired old crew took off from Wexley Harbour Airport at 6 a.m.", "6 a.m.", "“took off from Wexley Harbour Airport at …”"),
        ("Harwick.", "Harwick", ""),
    ],
)  # fmt: skip
def test_where_words_stand(text: str, value: str, name: str) -> None:
    assert naming.of_words([at(text, value)]) == name


def test_a_long_stretch_begins_and_ends_where_a_phrase_does() -> None:
    text = "Most old Wexley men in green boats never saw big storms within 12 short days around cold grey northern Gull Point waters."
    assert naming.of_number([at(text, "12")]) == "“boats never saw big storms within … short days”"
    wall = "Old small grey green red blue brown pink boats sank 12 big cold long northern wide bleak dark stone walls away."
    assert naming.of_words([at(wall, "12")]) == "“red blue brown pink boats sank … big cold long northern wide”"


def test_a_clause_with_too_little_takes_the_one_before_it() -> None:
    assert naming.of_number([at("The ferry sank, which took 18.", "18")]) == "“The ferry sank, which took …”"
    bid = at("By noon in Wexley the harbour board had raised its bid for mills by 40 percent.", "40 percent")
    assert naming.of_number([bid]) == "“its bid for mills by …”"


def test_the_sentence_that_says_most_of_what_the_others_say_names_it() -> None:
    ours = at("Wexley mourned all night, at 6 a.m.", "6 a.m.")
    theirs = at("The ferry Petrel left Wexley at 6 a.m.", "6 a.m.")
    third = at("At 6 a.m. the Petrel left, and all night Gull Point waited.", "6 a.m.")
    assert naming.of_words([ours, theirs, third]) == "“The ferry Petrel left Wexley at …”"


def test_a_name_that_lacks_its_noun_is_none() -> None:
    ours = at("The Wexley board made a $6 billion “best and final offer” for the Gull Point mill.", "$6 billion")
    theirs = at("It raised its bid for the mill of the board to $6 billion.", "$6 billion")
    assert naming.of_number([ours, theirs]) == "“its bid for the mill of the board to …”"
    road = at("He was found in the 300 block of Merle Road.", "300 block of Merle Road")
    assert naming.of_words([road]) == "“He was found in the …”"


def test_a_count_whose_name_cuts_a_word() -> None:
    texts = {
        "range missiles launched": "The Verians launched three short-range missiles on Saturday.",
        "Rican pilots killed": "Both of the plane's two Costa Rican pilots died.",
        "bodies killed": "At least two dead bodies were found.",
        "boats sunk": "Three boats were sunk.",
    }
    named = {
        about: naming.whole(about, [at(text, next(w for w in ("three", "two", "Three") if w in text))]) for about, text in texts.items()
    }
    assert named == {
        "range missiles launched": "“The Verians launched … short-range missiles on Saturday”",
        "Rican pilots killed": "“Both of the plane's … Costa Rican pilots died”",
        "bodies killed": "dead bodies",
        "boats sunk": "boats sunk",
    }


def test_a_point_of_facts_under_a_whole_name() -> None:
    texts = (
        "The Verians launched three short-range missiles on Saturday.",
        "On Saturday the Verians launched three short-range missiles at sea.",
    )
    facts = [Stated("count", "range missiles launched", "three", 3, "missile")]
    found = points(*(telling(name, text, Marks(facts=facts)) for name, text in zip("ab", texts, strict=True)))
    assert [point.about for point in found] == ["“The Verians launched … short-range missiles on Saturday”"]


def test_more_than_two_things_is_no_comparison() -> None:
    ours = "The full moon over Wexley harbour appeared 14 percent larger than usual on Monday night."
    theirs = "On Gull Point, as in Wexley, people saw how the moon appeared about 14 percent larger than {}."
    assert points(telling("a", ours), telling("b", theirs.format("its most distant counterpart"))) == ()
    assert [point.about for point in points(telling("a", ours), telling("b", theirs.format("usual")))] == [
        "“The full moon over Wexley harbour appeared … larger than usual on Monday night”"
    ]


def test_a_changed_name_stands_in_its_place() -> None:
    ours = "Somehow both brothers were let aboard the All Verian Airways flight, though only one of them was booked on it."
    found = differing(ours, ours.replace("Airways", "Airlines"))
    assert [point.about for point in found] == ["“were let aboard the All Verian … flight”"]
