"""Which counts of killed and injured are of the event that an article reports: those that its headline does not gainsay.

The facts of an article and its headline come in; the facts go out without the counts of killed and injured that belong to something
else: to another event told of in passing, or to a part of this one. Which event a count is of cannot be proved here: a count that
disagrees with the headline is left out, because a number of another event makes a false contradiction.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from samestory.attributing.numerals import NUMBER, value
from samestory.model import Article, Fact
from samestory.text import listed

_TOLD = {"people killed": "killed", "people injured": "injured"}
# "2 dead", "Three people killed", "4 hurt": not "2 more dead", which is a part
_STATE = re.compile(
    rf"(?<![\w.,$-])(?P<number>{NUMBER}) (?:(?:people|persons|men|women|victims) )?(?:were |are |was )?"
    r"(?P<what>dead|killed|die|slain|injured|wounded|hurt)\b",
    re.IGNORECASE,
)
# "kills 2", "killing four people", "wounds 12": not "kills 2 others" and not "kills 3-year-old"
_DEED = re.compile(
    rf"\b(?P<what>kill|wound|injur|hurt)(?:s|ed|ing|es)? (?P<number>{NUMBER})(?![\w-])(?! (?:others?|more|other)\b)", re.IGNORECASE
)
_EVENTS = re.compile(r"\b(?:shootings|stabbings|crashes|fires|accidents|homicides|murders)\b", re.IGNORECASE)
_HURT = re.compile(r"\b(?:injured|injuring|wounded|wounding|shot|stabbed|killed|killing|hospitali[sz]ed)\b", re.IGNORECASE)
_NOBODY = re.compile(r"\b(?:no one|nobody|no [a-z]{3,}s|no people|no children|none|not|never|n['’]t)\b[^.\n]{0,30}", re.IGNORECASE)
_KINDS = tuple(
    re.compile(rf"\b(?:{words})", re.IGNORECASE)
    for words in (
        "shoot|shot|gun|bullet|open(?:ed|s)? fire",
        "stab",
        "crash|accident|collision|rollover|wreck",
        "blaze|house fire|wildfire",
        "quake|earthq",
        "bomb|blast|explo",
    )
)
_LONGEST_LINK = 130  # characters
_COMMON = listed("shooting dead killed injured wounded hurt shot people police after with from that this says news")
_ALIKE = 2  # words of the headline besides
_DEADLY = ("dead", "kill", "die", "slain")
_PART = re.compile(r"\b(?:at least|more than|over|another|up to|about|nearly|as many as|dozens?|hundreds?) $", re.IGNORECASE)


def of_this_event(facts: Sequence[Fact], article: Article) -> Iterator[Fact]:
    """The facts without the tolls that the headline gainsays, and without a "nobody was hurt" where somebody was."""
    title = article.title or ""
    headline = dict(_headline(title))
    many = bool(_EVENTS.search(title))
    hurt = bool(_HURT.search(title) or _HURT.search(_NOBODY.sub("", article.text)))
    for fact in facts:
        if fact.kind == "count" and fact.about in _TOLD and (_is_of_a_link(fact, article) or _is_of_another_kind(fact, article)):
            continue
        told = headline.get(_TOLD.get(fact.about, "")) if fact.kind == "count" else None
        none = fact.rule == "count:none" and fact.about in _TOLD and hurt
        apart = many and fact.kind == "count" and fact.about in _TOLD  # "8 dead in weekend shootings": of which of them is not told
        if none or apart or (told is not None and not _can_be(fact, told)):
            continue
        yield fact


def _is_of_a_link(fact: Fact, article: Article) -> bool:
    """Whether the number stands in the headline of another story inside the text: a short line without an end, unlike our headline."""
    start = article.text.rfind("\n", 0, fact.span.start) + 1
    end = article.text.find("\n", fact.span.end)
    line = article.text[start : end if end >= 0 else len(article.text)].strip()
    if not article.title or len(line) > _LONGEST_LINK or line.endswith((".", "!", "?", '"', "”", ":", ")")) or start == 0:
        return False
    ours = set(re.findall(r"[a-z]{4,}", article.title.lower())) - _COMMON
    return len(ours & {*re.findall(r"[a-z]{4,}", line.lower())}) < _ALIKE


def _is_of_another_kind(fact: Fact, article: Article) -> bool:
    """Whether the number's sentence tells of an accident, where the headline tells of a shooting and of no accident."""
    title, text = article.title or "", article.text
    start = max(text.rfind(stop, 0, fact.span.start) for stop in (". ", "\n")) + 1
    ends = [at for stop in (". ", ".\n", "\n") if (at := text.find(stop, fact.span.end)) >= 0]
    sentence = text[start : min(ends, default=len(text))]
    ours = [kind.search(title) is not None for kind in _KINDS]
    theirs = [kind.search(sentence) is not None for kind in _KINDS]
    return any(ours) and any(theirs) and not any(one and other for one, other in zip(ours, theirs, strict=True))


def _headline(title: str) -> Iterator[tuple[str, float]]:
    """How many were killed and how many injured, by the headline, where it gives one plain number.

    >>> dict(_headline("Two dead, 4 injured in mill fire")), dict(_headline("Storm kills 12")), dict(_headline("At least 3 dead in crash"))
    ({'killed': 2.0, 'injured': 4.0}, {'killed': 12.0}, {})
    """
    for found in (*_DEED.finditer(title), *_STATE.finditer(title)):
        number = value(found["number"])
        if number and not _PART.search(title, 0, found.start()):
            yield "killed" if found["what"].lower().startswith(_DEADLY) else "injured", number


def _can_be(fact: Fact, number: float) -> bool:
    return (fact.low is None or fact.low <= number) and (fact.high is None or number <= fact.high)
