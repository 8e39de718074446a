"""Ages, counts, amounts and what they are about; on whose word they stand."""

import pytest

from samestory import language
from samestory.attributing import dates, facts, names
from samestory.model import Article, Block, Credit, Quote, Span, Speaker
from samestory.text import lines


def article(text, day="2024-05-08"):
    blocks = tuple(Block(Span("a", start, end), "body", "test") for start, end in lines(text))
    return Article("a", "test", None, None, None, (), day, "en", text, blocks)


def found(text):
    made = article(text)
    passages = language.parse(made)
    roster = names.people(made, passages, names.find(passages))
    return facts.find(made, passages, roster, dates.find(made, passages, dates.publication(made, passages)))


def values(text, kind):
    return [(fact.about, fact.value) for fact in found(text)[0] if fact.kind == kind]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hannah Doe, 35, was there.", ("Hannah Doe", 35)),
        ("Hannah Doe (35) was there.", ("Hannah Doe", 35)),
        ("Hannah Doe, aged 35, was there.", ("Hannah Doe", 35)),
        ("Hannah Doe, a 35-year-old nurse, was there.", ("Hannah Doe", 35)),
        ("Police found 35-year-old Hannah Doe there.", ("Hannah Doe", 35)),
        ("A 35-year-old woman, identified as Hannah Doe, was there.", ("Hannah Doe", 35)),
        ("Hannah Doe was 35 years old.", ("Hannah Doe", 35)),
        ("Hannah Doe, also 35, was there.", ("Hannah Doe", 35)),
        ("The dead were Quenby Larkin, 26; the Rev. Oswin Tarrow, 45; and others.", ("Quenby Larkin", 26)),
        ("Jorunn Tallis, aka “Jo,” 22, of Larkport pleaded guilty.", ("Jorunn Tallis", 22)),
        ("Officers found 19-year-old Odalys Brennick. Her sister called.", ("Odalys Brennick", 19)),
        ("The shot struck Tamsin Orrel, the 5-year-old who lived there.", ("Tamsin Orrel", 5)),
    ],
)
def test_age(text, expected):
    assert expected in values(text, "age")


def test_ages_in_the_order_of_their_names():
    ages = values("Hannah Doe, Peter Roe and Mary Poe — 16, 20 and 17, respectively — were there.", "age")
    assert ages == [("Hannah Doe", 16), ("Peter Roe", 20), ("Mary Poe", 17)]


def test_a_father_does_not_take_the_age_of_his_son():
    text = "Peter Roe, 50, was there. So was Peter Roe Jr., 10, who slept."
    assert sorted(values(text, "age")) == [("Peter Roe", 50), ("Peter Roe Jr.", 10)]


@pytest.mark.parametrize(
    "text",
    [
        "On the South Side, a 26-year-old man was shot.",
        "In July, a 9-year-old boy fell.",
        "A 43-year-old East Larkport man fell.",
    ],
)
def test_capitals_beside_an_age_that_are_no_name(text):
    assert {about for about, _ in values(text, "age")} <= {"man", "boy"}


def test_both_share_an_age():
    assert sorted(values("Hannah Doe and Peter Roe, both 23, were there.", "age")) == [("Hannah Doe", 23), ("Peter Roe", 23)]


@pytest.mark.parametrize(
    "text",
    [
        "A 35-year-old's mother, Hannah Doe, was there.",
        "Hannah Doe said a 20-year-old man fell.",
        "The 20-year-old brother of Hannah Doe fell.",
        "In 1972, then-20-year-old Hannah Doe was there.",
    ],
)
def test_no_age_for_the_name(text):
    assert not [fact for fact in values(text, "age") if fact[0] == "Hannah Doe"]


def test_the_age_goes_to_the_person():
    _, people = found("Hannah Doe, 35, was there. Her friend Peter Roberts said she left.")
    assert {person.name: person.age for person in people} == {"Hannah Doe": 35, "Peter Roberts": None}


def test_two_ages_leave_the_person_without_one():
    _, people = found("Hannah Doe, 35, was there.\n\nPolice later said Hannah Doe, 36, had left.")
    assert [person.age for person in people] == [None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The blast killed 12 people.", ("people killed", 12)),
        ("Twelve people died in the blast.", ("people killed", 12)),
        ("The blast left 12 dead.", ("people killed", 12)),
        ("A dozen people were wounded.", ("people injured", 12)),
        ("Police arrested two men.", ("men arrested", 2)),
        ("Two men were fatally shot.", ("men killed", 2)),
        ("Nobody was hurt.", ("people injured", 0)),
        ("The officer fired eight shots.", ("shots fired", 8)),
    ],
)
def test_count(text, expected):
    assert values(text, "count") == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The blast could have killed 12 people.",
        "The firm had planned on hiring two men.",
        "Nearly one in five officers was injured.",
        "The firm filed 1099 forms.",
        "Half of the 12 plans failed.",
        "They waited for 12 days.",
        "The train was going 60 mph.",
        "No one was there, and this one hurt a lot.",
        "The mayor directed that 40 refugees be admitted.",
        "She may appeal by requesting three judges.",
        "He won a few dozen votes.",
        "He is one of the three officials charged with keeping them safe.",
    ],
)
def test_no_count(text):
    assert values(text, "count") == []


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Bail was set at $50,000.", "money", ("bail", 50_000)),
        ("The firm paid $3 million in fees.", "money", ("fee paid", 3e6)),
        ("A $500 fine was paid.", "money", ("fine", 500)),
        ("Prices fell 3 percent.", "percent", ("price fallen", 3)),
        ("The unemployment rate rose to 8.2%.", "percent", ("unemployment rate risen to", 8.2)),
        ("The firm paid a $500 fine.", "money", ("fine", 500)),
        ("A magnitude 6.2 earthquake struck.", "measure", ("earthquake", 6.2)),
    ],
)
def test_amount(text, kind, expected):
    assert expected in values(text, kind)


@pytest.mark.parametrize(
    "text",
    [
        "He spent $5 million.",
        "It rose by a rate of 5 percent.",
        "Analysts expected a 5 percent interest rate.",
        "He won among those with household incomes of more than $200,000.",
        "It cost a fraction of the $65 million.",
        "She is 100% commission based.",
        "That is a seven percent drop.",
        "The firm spoke today. In the market's 2007 heyday, unemployment was 5 percent.",
    ],
)
def test_unclear_amounts_make_no_fact(text):
    assert not [f for f in found(text)[0] if f.kind in ("money", "percent")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two others were injured.", ("people injured", 2, 2, None)),
        ("Three people were critically injured.", ("people injured", 3, 3, None)),
        ("Seven people were injured.", ("people injured", 7, 7, 7)),
        ("Four people were killed in shootings across the city.", ("people killed in several events", 4, 4, 4)),
        ("No officers were injured.", ("officers injured", 0, 0, 0)),
    ],
)
def test_some_of_all_and_sums_of_many_events(text, expected):
    counts = [(fact.about, fact.value, fact.low, fact.high) for fact in found(text)[0] if fact.kind == "count"]
    assert counts == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mayor Hannah Doe spoke.", [("Hannah Doe", "Mayor")]),
        ("Two former aides, Hannah Doe and Peter Roe, spoke.", []),
        ("“I believe my friend Peter Roe,” she said.", []),
    ],
)
def test_role(text, expected):
    assert values(text, "role") == expected


def test_what_only_may_be_is_no_place():
    assert values("There will be riots in Paris if he wins.", "place") == []


def test_on_whose_word():
    text = "Twelve people were killed, Hannah Doe said. Ten people were injured. Two people were shot."
    made = article(text)
    stated, _ = found(text)
    speaker = Speaker("Hannah Doe", None, "person", ())
    quote = Quote("indirect", (made.span(0, 25),), (), (), speaker, None, "test", 1.0)
    credit = Credit("The Larkport Mail", made.span(0, 5), made.span(43, 67), "test")
    assert [fact.stated_by for fact in facts.on_whose_word(stated, [quote], [credit])] == ["Hannah Doe", "The Larkport Mail", None]


def test_the_speaker_of_the_narrowest_quotation_counts():
    text = "Twelve people were killed, Hannah Doe said."
    made = article(text)
    stated, _ = found(text)
    wide = Quote("indirect", (made.span(0, 43),), (), (), Speaker("Peter Roe", None, "person", ()), None, "test", 1.0)
    narrow = Quote("indirect", (made.span(0, 25),), (), (), Speaker(None, "spokeswoman", "unnamed", ()), None, "test", 1.0)
    assert {fact.stated_by for fact in facts.on_whose_word(stated, [wide, narrow], [])} == {"spokeswoman"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hannah Doe has a listed height of 6 feet, 3 inches.", ("height", 6.25)),
        ("The pier has a length of 40 metres and 12 lamps.", ("length", 40)),
    ],
)
def test_a_measure_with_a_smaller_unit_is_one_value(text, expected):
    assert values(text, "measure") == [expected]


def test_the_name_of_a_paper_in_a_credit_is_no_part_of_a_name():
    assert values("Greg Varn/For Wexley Daily News Hannah Doe, 19, is walked out of the station.", "age") == [("Hannah Doe", 19)]


def test_about_a_number_is_as_rough_as_it_is_printed():
    facts, _ = found("About 1.6 gallons of glue ran out. The barrel has a volume of about 1.6 gallons.")
    assert [(fact.low, fact.high) for fact in facts if fact.kind == "measure"] == [(1.55, 1.65)]


def test_a_plain_noun_before_a_role_is_a_part_of_it():
    _, people = found("She faces the Democratic nominee and film producer Hannah Doe and a third candidate.")
    assert [(person.role or "").endswith("film producer") for person in people] == [True]


def test_said_before_a_name_can_be_a_first_name():
    text = "Police look for Cherif Karouni, 32, and his brother, Said Karouni, 34, who fled."
    assert ("Cherif Karouni", 34) not in values(text, "age")


def test_two_ages_behind_two_names_are_of_both():
    assert ("Peter Roe", 34) not in values("The two suspects, named as Hannah and Peter Roe, 34 and 32, fled.", "age")


def test_up_to_a_sum_is_a_bound():
    facts, _ = found("The guild pays up to a $5,000 reward.")
    assert [(fact.low, fact.high) for fact in facts if fact.kind == "money"] == [(None, 5000.0)]


def test_it_is_some_people_tells_of_nothing_done():
    assert all("’" not in about for about, _ in values("It’s 100 million people. I know the number and it’s 100 million people.", "count"))
