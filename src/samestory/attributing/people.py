"""One entry for a person: every name used, the age where the article gives one, and what they are to others.

The people of an article as `names` finds them, its passages, ages and ties come in; the people go out with `names`, `age` and
`relations` filled. What follows for sure from a tie for the other side is told as well: whose husband he is, is his wife, where her
first name says that she is a she; else his spouse. Nothing is searched here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from samestory.attributing import genders, titles
from samestory.attributing.relations import Tie
from samestory.language import Passage
from samestory.model import Fact, Person, Relation
from samestory.text import fold, listed

# What somebody is to those whose "husband" (...) another is: of a man, of a woman, of somebody who may be either.
_BACK = {
    "husband wife spouse": ("husband", "wife", "spouse"),
    "mother father": ("son", "daughter", "child"),
    "son daughter": ("father", "mother", "parent"),
    "brother sister": ("brother", "sister", "sibling"),
    "half-brother half-sister": ("half-brother", "half-sister", "half-sibling"),
    "uncle aunt": ("nephew", "niece", None),
    "nephew niece": ("uncle", "aunt", None),
    "grandmother grandfather": ("grandson", "granddaughter", "grandchild"),
    "grandson granddaughter": ("grandfather", "grandmother", "grandparent"),
    "stepmother stepfather": ("stepson", "stepdaughter", "stepchild"),
    "stepson stepdaughter": ("stepfather", "stepmother", "stepparent"),
    "girlfriend boyfriend": ("boyfriend", "girlfriend", "partner"),
    "fiance fiancee": ("fiance", "fiancee", None),
    "cousin": ("cousin", "cousin", "cousin"),
    "lawyer attorney": ("client", "client", "client"),
    "friend": ("friend", "friend", "friend"),
    "colleague": ("colleague", "colleague", "colleague"),
    "partner": ("partner", "partner", "partner"),
    "roommate": ("roommate", "roommate", "roommate"),
    "teammate": ("teammate", "teammate", "teammate"),
    "neighbor neighbour": ("neighbor", "neighbor", "neighbor"),
}
_BACK_OF = {role: back for listed_roles, back in _BACK.items() for role in listed_roles.split()}
_SAID_BACK = ("ex-", "former ", "estranged ", "alleged ")  # "his ex-wife" has an ex-husband; "her late husband" says nothing of her
_NO_TITLES = listed("former candidate nominee sister brother father star")  # "Former Mayor Doe" is "Mayor Doe"; a sister is kin
_LONGEST_TITLE = 3  # words: "Lt. Gov.", "Deputy Police Chief"


def complete(roster: Sequence[Person], passages: Sequence[Passage], aged: Sequence[Fact], ties: Sequence[Tie]) -> tuple[Person, ...]:
    """The people with the names used for them, their ages and relations."""
    stated: dict[str, set[int]] = defaultdict(set)
    for fact in aged:
        if isinstance(fact.value, int) and fact.unit == "year":
            stated[fact.about].add(fact.value)
    forms = _forms(roster, passages)
    related = _relations(ties)
    return tuple(
        replace(
            person,
            age=next(iter(years)) if len(years := stated.get(person.name, set())) == 1 else person.age,
            names=_fullest_first(person.name, forms[person.name]),
            relations=tuple(dict.fromkeys(related.get(person.name, ()))),
        )
        for person in roster
    )


def _forms(roster: Sequence[Person], passages: Sequence[Passage]) -> dict[str, list[str]]:
    """Every form that the article uses for each person, in order."""
    found: dict[str, list[str]] = {person.name: [] for person in roster}
    mentions = sorted((span, person.name) for person in roster for span in person.mentions)
    at = 0
    for passage in sorted(passages, key=lambda passage: passage.start):
        text, end = passage.text, passage.start + len(passage.text)
        while at < len(mentions) and mentions[at][0].start < end:
            span, name = mentions[at]
            at += 1
            first, last = span.start - passage.start, span.end - passage.start
            if first < 0:
                continue
            form = _plain(text[first:last])
            title = _title(text[:first]) if passage.block.kind not in ("title", "heading") else ""
            found[name] += [f"{title} {form}"] if title else [form]
    return found


def _plain(words: str) -> str:
    """Without line breaks, possessives and all-capitals."""
    plain = fold(" ".join(words.split())).removesuffix("'s")
    return " ".join(word.capitalize() if word.isupper() and word.isalpha() and len(word) > 3 else word for word in plain.split())


def _title(before: str) -> str:
    """The titles right before a name.

    >>> _title("said Lt. Gov. "), _title("the former Mayor "), _title("a chief ")
    ('Lt. Gov.', 'Mayor', '')
    """
    words = before[-40:].split(" ")
    if len(words) < 2 or words[-1]:
        return ""
    kept: list[str] = []
    for word in reversed(words[-1 - _LONGEST_TITLE : -1]):
        plain = word.rstrip(".").lower()
        if not word[:1].isupper() or plain not in titles.TITLES or plain in _NO_TITLES:
            break
        kept.insert(0, word)
    return " ".join(kept)


def _fullest_first(name: str, forms: Sequence[str]) -> tuple[str, ...]:
    distinct = dict.fromkeys(form for form in forms if form and form != name)
    return (name, *sorted(distinct, key=lambda form: -len(form.split())))


def _relations(ties: Sequence[Tie]) -> dict[str, list[Relation]]:
    found: dict[str, list[Relation]] = defaultdict(list)
    for tie in ties:
        found[tie.who].append(Relation(tie.role, tie.whose, tie.span, "relation:named"))
        found[tie.whose] += _back(tie)
    return found


def _back(tie: Tie) -> Iterator[Relation]:
    """What the other is to the one, where that is sure."""
    said = next((prefix for prefix in _SAID_BACK if tie.role.startswith(prefix)), "")
    back = _BACK_OF.get(tie.role.removeprefix(said).removeprefix("defense "))
    if back and tie.whose[0].isupper():
        gender = genders.of_name(tie.whose)
        role = back[0] if gender == "he" else back[1] if gender == "she" else back[2]
        if role:
            yield Relation(f"{said}{role}", tie.who, tie.span, "relation:follows")
