"""Words that look like a time expression and are none: "USA Today", "May said", "1900 block", "Sunday Times".

A `Case` comes in; True goes out where it is to be dropped.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samestory.attributing.told import Case
from samestory.text import listed

if TYPE_CHECKING:
    from samestory.language import Token

# "a 2012 Honda": the year of a car
_CAR = re.compile(
    r" (?:Acura|Audi|BMW|Buick|Cadillac|Chev(?:rolet|y)|Chrysler|Dodge|Fiat|Ford|GMC|Harley|Honda|Hyundai|Infiniti|Jaguar|Jeep|Kia|"
    r"Lexus|Lincoln|Mazda|Mercedes|Mercury|Mitsubishi|Nissan|Oldsmobile|Pontiac|Porsche|Saturn|Subaru|Suzuki|Tesla|Toyota|Volkswagen|"
    r"Volvo)\b"
)
_NAMED_AFTER = re.compile(
    r" (?:for Life|for Our Lives|Times|Telegraph|Mirror|Herald|Mail|Express|Post|Independent|Sun|Review|Journal|Gazette|World|People|Sport|"
    r"Night Live|Night Football|"
    r"School|school|Show|show|Program|Blues|Brunch|Group|Street|St\.|Ave|Avenue|Road|Madness)\b"
)
_NAMED_BEFORE = re.compile(r"\b(?:Black|Bloody|Ash|Super|Cyber|Palm|Fat|Freaky|Giving|Casual|Man|Mail on|Holy|USA|VOA|Taking Back) $")
_MONTH_AFTER = listed("""in since by of until till from through for during late early mid last next this before after between on to and
    or the a past coming around each every""")
_COUNTED = listed("""block people feet miles square pounds meters metres kilometers acres employees jobs workers troops homes votes
    points words calories hours hrs gmt rpm shares students""")
_YEAR_AFTER = listed("""in of by since from until till through to during before after around about circa and or early late mid the for
    between fiscal year than -""")
_NAME_KINDS = frozenset({"PERSON", "ORG", "FAC", "PRODUCT", "WORK_OF_ART", "GPE", "LOC"})
_CAPITAL_IS_NAME = frozenset({"deictic", "present", "past", "future", "adverb", "season", "noon", "which-unit"})
_OPENS = frozenset("\"“‘'`([—–-_:;.!?…*\n")  # a capital after these begins a sentence
_STREET = re.compile(
    r" (?:[NSEW]\.? )?[A-Z][\w.]+ (?:[A-Z][\w.]+ )?(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Drive|Dr|Lane|Ln|Way|Court|Place)\b"
)
_FILM = ("Video ", "Audio ", "Watch ", "Listen ")  # "Play Video 4:42": how long it is
_OLD = re.compile(r"[ -]?(?:years?|months?|weeks?|days?)?[ -](?:olds?\b|of age\b)")


def is_lookalike(case: Case) -> bool:
    """Whether the words are no time expression after all."""
    rule = case.wording.rule
    if rule in ("weekday", "weekdays", "month", "holiday", "which-month") and _part_of_name(case):
        return True
    if rule == "month":
        return _is_no_month(case)
    if rule == "year":
        return _is_no_year(case)
    if rule == "clock-24":
        return case.passage.text.endswith(_FILM, 0, case.wording.start)
    if rule in ("adjective-units", "units", "number-and-half"):
        unit = case.wording.match.groupdict().get("unit") or ""
        titled = unit[:1].isupper() and (case.part("number") or "").isdigit()  # "60 Minutes"
        return titled or bool(_OLD.match(case.passage.text, case.wording.end)) or "-old" in case.words
    if rule in _CAPITAL_IS_NAME:
        return _is_capital_name(case)
    return False


def _tokens(case: Case) -> tuple[Token | None, Token, Token | None] | None:
    """The token before, the first of the expression's core, and the one after it."""
    doc, match = case.passage.doc, case.wording.match
    span = doc.char_span(match.start(), match.end(), alignment_mode="expand")
    if span is None or not len(span):
        return None
    before = doc[span.start - 1] if span.start else None
    return before, doc[span.start], doc[span.end] if span.end < len(doc) else None


def _part_of_name(case: Case) -> bool:
    text, match = case.passage.text, case.wording.match
    if _NAMED_AFTER.match(text, match.end()) or _NAMED_BEFORE.search(text, 0, match.start()):
        return True
    around = _tokens(case)
    if around is None:
        return False
    before, first, after = around
    if first.ent_type_ not in _NAME_KINDS:
        return False
    neighbours = [t for t in (before, after) if t is not None and t.ent_type_ == first.ent_type_ and t.text[:1].isupper()]
    return bool(neighbours)


def _is_no_month(case: Case) -> bool:
    around = _tokens(case)
    if around is None:
        return True
    before, first, after = around
    name = case.part("month") or ""
    shown = before is not None and before.lower_ in _MONTH_AFTER
    if name in ("may", "march", "mar", "sat", "sun"):
        return first.tag_ in ("MD", "VB", "VBP") or first.ent_type_ == "PERSON" or not (shown or first.ent_type_ == "DATE")
    if name in ("april", "june", "august"):
        return not shown or first.ent_type_ == "PERSON"  # a child called June
    if len(name) <= 4 and name not in ("june", "july"):
        return not (shown or first.ent_type_ == "DATE")
    return bool(after is not None and after.lower_ in ("street", "avenue"))


def _is_no_year(case: Case) -> bool:
    text, wording = case.passage.text, case.wording
    around = _tokens(case)
    if around is None:
        return True
    before, first, after = around
    year = int(case.part("year") or 0)
    shown = before is not None and before.lower_ in _YEAR_AFTER
    if after is not None and (after.lower_ in _COUNTED or (year % 100 == 0 and after.tag_ == "NNS")):
        return True
    car = _CAR.match(text, wording.end) and (before is None or before.pos_ != "ADP")  # "in 1976 Ford lost"
    if (
        car
        or _STREET.match(text, wording.end)
        or (before is not None and before.text in ("No", "No.", "Room", "page", "#", "Highway", "Route", "Section"))
    ):
        return True
    if year < 1500 or year > 2100:
        return not shown or first.ent_type_ not in ("DATE", "")
    named = before is not None and before.pos_ == "PROPN" and before.ent_type_ in ("PRODUCT", "ORG") and first.ent_type_ == before.ent_type_
    return bool(named)


def _is_capital_name(case: Case) -> bool:
    """A capital inside a sentence makes a name: "VOA Today", "Daily Mail"."""
    around = _tokens(case)
    if around is None:
        return True
    before, first, after = around
    unit = case.wording.match.groupdict().get("unit") or ""
    if case.wording.rule == "which-unit":
        return unit[:1].isupper() and first.text[:1].isupper()  # "This Week"
    if not first.text[:1].isupper() or case.wording.start != case.wording.match.start():
        return False
    text = case.passage.text[: case.wording.start].rstrip()
    starts = before is None or bool(first.is_sent_start) or not text or text[-1] in _OPENS
    return not starts or bool(after is not None and after.text[:1].isupper() and after.pos_ == "PROPN" and case.wording.rule == "adverb")
