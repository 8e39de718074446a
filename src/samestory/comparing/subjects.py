"""What a fact is about, as a key that facts of the same thing share, and its value in a common unit.

A fact comes in; a key goes out, or None where the fact is of nothing in particular. Words that newsrooms use for one
outcome are one ("killed", "dead", "fatalities"), and so are miles and kilometres.
"""

from __future__ import annotations

from samestory import units
from samestory.comparing import wording
from samestory.comparing.persons import TITLES, Persons
from samestory.model import Fact

# The first word names the outcome.
OUTCOMES = {
    "killed": "kill killed kills killing dead die died dies dying death deaths fatality fatalities fatal fatally lives slain perished",
    "injured": "injure injured injures injury injuries wound wounded wounds hurt",
    "missing": "missing unaccounted",
    "arrested": "arrest arrested arrests detained detain detains custody",
    "rescued": "rescue rescued saved freed",
}
ANYBODY = "person people persons individual individuals human humans life body bodies victim victims"
_OUTCOME_OF = {word: outcome for outcome, words in OUTCOMES.items() for word in words.split()}
_ANYBODY = frozenset(ANYBODY.split())
_NOBODY = frozenset({"person", "people", "somebody", "other"})  # an age of one of these is anybody's


def key(fact: Fact, persons: Persons) -> tuple[str, ...] | None:
    """What two facts must share to be of one thing; None where the fact is of nothing in particular."""
    if fact.kind in ("age", "role"):
        if fact.kind == "role" and (str(fact.value)[:1] == "@" or "|" in str(fact.value) or _form_of_address(str(fact.value))):
            return None
        if nameless(fact):
            return None if fact.kind == "role" or fact.about in _NOBODY else (fact.kind, "", fact.about)
        identity = persons.identity(fact.about)
        return (fact.kind, identity) if identity else None
    about = _about(fact)
    if not about or (fact.kind == "count" and about == {"person"}):
        return None
    return (fact.kind, _dimension(fact), *sorted(about))


def nameless(fact: Fact) -> bool:
    """Whether an age or a role is of somebody without a name: "boy"."""
    return not any(letter.isupper() for letter in fact.about)


def _form_of_address(role: str) -> bool:
    """Whether a role only goes before the name, as "Dr.", "Senator" and "Lady" do; "the captain" does not."""
    return role[:1].isupper() and TITLES.issuperset(wording.keys(role))


def outcome_of(about: str) -> str | None:
    """The outcome that a count is about.

    >>> outcome_of("people wounded"), outcome_of("boats")
    ('injured', None)
    """
    found = {_OUTCOME_OF[word] for word in wording.keys(about) if word in _OUTCOME_OF}
    return found.pop() if len(found) == 1 else None


def own_matter(fact: Fact) -> frozenset[str]:
    """The words that two facts of one thing share anyhow."""
    outcome = outcome_of(fact.about) if fact.kind == "count" else None
    return wording.matter(f"{fact.about} {OUTCOMES.get(outcome or '', '')} {ANYBODY if outcome else ''}")


def common(fact: Fact, bound: float) -> float:
    """The bound in the unit that all of its kind are compared in: metres of miles."""
    return units.common(bound, fact.unit)[1] if fact.kind == "measure" and fact.unit else bound


def _about(fact: Fact) -> frozenset[str]:
    """The stems of what the fact is about; words for one outcome, and for people, are one."""
    words = f"{fact.about} {fact.unit or ''}" if fact.kind == "count" else fact.about
    named = [word for word in wording.keys(words) if word not in wording.LIGHT]
    return frozenset(_OUTCOME_OF.get(word, "person" if word in _ANYBODY else wording.stem(word)) for word in named)


def _dimension(fact: Fact) -> str:
    if fact.kind == "count" or not fact.unit:
        return ""
    return units.UNITS[fact.unit].kind if fact.unit in units.UNITS else wording.stem(fact.unit.casefold())
