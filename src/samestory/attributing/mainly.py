"""What an article mainly tells of: the event that headline and first sentences share, with its day and place where they stand plainly.

The article, its passages and times come in; an `Event` goes out, or None where it is not plain. An event is a happening of a list of
families ("shooting", "was shot"), or else the deed of the first sentence's main verb where the headline has the same verb. Its day is
that of what happened, never of the report: only a time that hangs on the event itself, or on the harm it did, counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from samestory.attributing import happenings
from samestory.attributing.nouns import participle, plural
from samestory.language import Passage
from samestory.model import Article, Event, Span, Time
from samestory.text import listed

if TYPE_CHECKING:
    from samestory.language import Phrase, Token

_LEAD = 3  # sentences that tell the main event, after the headline
_FAR = 12  # paragraphs in which "the shooting happened Friday" may stand
_NEWS = 15  # days before the report; what lies farther back is what led to it
# Families of words for one happening; the first is how it is called. What the law does about it makes news of its own.
_LAW = (
    "plea plead pleads pleaded pled",
    "sentencing sentenced sentence sentences", "conviction convicted convicts guilty", "indictment indicted indicts",
    "charge charged charges", "arrest arrested arrests", "trial trials", "lawsuit sues sued suing", "acquittal acquitted acquits",
)  # fmt: skip
# Where a headline has several, the earlier family counts: two killed in a crash make news of the crash.
_HAPPENINGS = (
    "death died dies deaths", "funeral funerals", "vigil vigils", "wedding weddings married weds",
    "shooting shootings shot shoots shoot gunned", "stabbing stabbed stabs stabbings", "bombing bombings bombed",
    "explosion explosions blast blasts exploded explodes", "earthquake earthquakes quake quakes", "crash crashes crashed collision",
    "derailment derailed derails", "fire fires blaze wildfire wildfires", "robbery robbed robberies",
    "flood floods flooding flooded", "tornado tornadoes twister", "hurricane hurricanes", "landslide landslides mudslide",
    "eruption erupts erupted", "avalanche avalanches", "collapse collapsed collapses", "outbreak outbreaks", "coup coups",
    "kidnapping kidnapped abducted abduction", "protest protests rally rallies march demonstration", "riot riots",
    "strike strikes", "siege standoff", "raid raids raided", "attack attacks attacked",
    "killing murder homicide killings murdered slain slaying killed kills dead",
    "resignation resigns resigned",
)  # fmt: skip
_FAMILIES = _LAW + _HAPPENINGS
_FAMILY = {word: at for at, family in reversed([*enumerate(_FAMILIES)]) for word in family.split()}
_NAME = [family.split()[0] for family in _FAMILIES]
_FIRST = listed("shot shoots stabbed stabs killed kills dead died dies robbed kidnapped abducted")  # "shot, suspect arrested"
_HARM = listed("kill injure wound hurt die shoot strike leave hospitalize")  # "were killed Friday in a crash"
_HAPPENED = listed("happen occur erupt begin start unfold strike hit break come")
_OPEN = listed(
    "if could would may might should how why what opinion column editorial review"
)  # headlines that tell of nothing that happened
# "El Paso shooting suspect's mother": news of somebody else than of the shooting
_OF_IT = listed(
    """suspect suspects victim victims survivor survivors case trial investigation probe accused scene hearing threat threats range drill
    address speech remarks response reaction video photos footage memorial anniversary law bill plot plots was is were are"""
)
# Behind these a happening is what the news is about, not the news: "fired over shooting", "speaks at rally"; "dead after shooting" is both
_BEHIND = listed("under over about at on amid from since wake for to of charge")
_WITHIN = listed("in after during")
_HURT = listed("dead killed kills kill dies died injured injures hurt wounded wounds hospitalized shot critical dying injuries")
_SEVERAL = listed("shootings stabbings bombings explosions crashes robberies killings raids attacks fires deaths protests")
_PARTS = listed("morning afternoon evening night day weekend weekday neighborhood area")  # "an early morning shooting": when and where
_REACH = 4  # words
_STAMP = re.compile(r"\b(?:updated|published|posted|modified|last update)\b[^.]{0,14}$", re.IGNORECASE)  # of the report
# What is an event with an object that the headline names too
_DEEDS = listed(
    """pass approve reject sign launch discover identify arrest win beat defeat sue ban fire hire name appoint nominate elect release
    seize cut raise block veto acquire buy sell open close cancel recall rescue evacuate free detain
    convict acquit pardon execute deport suspend expel overturn uphold dismiss settle unveil test destroy damage"""
)
# These make news of what was done before: "Soldier convicted of murder pardoned", "Girls abducted in spring released"
_OVER_ALL = listed("released pardoned freed rescued deported fired expelled suspended overturned upheld acquitted executed")
# What is an event without an object
_ALONE = listed("resign retire die arrive land crash collapse surrender escape withdraw apologize testify meet quit reopen return")


def find(article: Article, passages: Sequence[Passage], times: Sequence[Time]) -> Event | None:
    """The main event, where headline and first sentences agree on it."""
    headline = [word.strip("\"'“”‘’.,:;!?()").lower().removesuffix("'s").removesuffix("’s") for word in (article.title or "").split()]
    body = [passage for passage in passages if passage.block.kind == "body"]
    lead = list(_lead(body))
    if not headline or not lead or not _OPEN.isdisjoint(headline) or "?" in (article.title or ""):
        return None
    reported = article.published[:10] if article.published else None
    days = _Days(times, reported)
    deed = _deed(headline, lead, days)
    if deed and deed.what.split()[-1] in _OVER_ALL:
        return deed
    return _happening(headline, lead, body, days) or deed


class _Days:
    """The times of an article, by place."""

    def __init__(self, times: Sequence[Time], reported: str | None) -> None:
        last = date.fromisoformat(reported) if reported else None
        self._earliest = (last - timedelta(days=_NEWS)).isoformat() if last else ""
        self._latest = reported or "9"
        self._times = times

    def of(self, passage: Passage, sentence: Phrase, words: set[int]) -> list[Time]:
        """The single days that date one of these words."""
        found = []
        for time in self._times:
            start = time.span.start - passage.start
            if not (sentence.start_char <= start < sentence.end_char) or not (time.first and time.first == time.last):
                continue
            if _STAMP.search(passage.text, max(0, start - 30), start):
                continue
            if self._earliest <= time.first <= self._latest and happenings.dates_one_of(passage, time, words):
                found.append(time)
        return found


def _lead(body: Sequence[Passage]) -> Iterator[tuple[Passage, Phrase]]:
    """The first sentences, past what is none."""
    kept = 0
    for passage in body:
        for sentence in passage.doc.sents:
            if kept < _LEAD and len(sentence) > 4:
                kept += 1
                yield passage, sentence


# -- a happening of the list ------------------------------------------------------------------


def _happening(headline: Sequence[str], lead: Sequence[tuple[Passage, Phrase]], body: Sequence[Passage], days: _Days) -> Event | None:
    for family in _told_by(headline):
        for passage, sentence in lead:
            heads = [token for token in sentence if _FAMILY.get(token.lower_) == family and _is_told(token)]
            if heads:
                head = next((token for token in heads if token.pos_ == "NOUN"), heads[0])
                several = any(word in _SEVERAL and _FAMILY[word] == family for word in headline)  # "shootings": of which of them?
                when, where = _dated(family, lead, body, days) if not several else ((), ())
                return _event((_called(head, family), passage.span(_words(head)), "event:happening"), when, where, body)
    return None


def _told_by(headline: Sequence[str]) -> list[int]:
    """The families of the headline's words, the likeliest first: the law's deeds, but behind what was done itself."""
    after = [*headline[1:], ""]
    plain = [word for i, word in enumerate(headline) if word in _FAMILY and after[i] not in _OF_IT and not _is_background(headline, i)]
    found = sorted({_FAMILY[word] for word in plain})
    first = next((word for word in headline if word in _FIRST or _FAMILY.get(word, len(_LAW)) < len(_LAW)), "")
    return sorted(found, key=lambda at: (at < len(_LAW)) == (first in _FIRST))


def _is_background(headline: Sequence[str], at: int) -> bool:
    """Whether a noun of the headline only says what the news is about."""
    if headline[at].endswith("ed") or headline[at] in _FIRST:
        return False
    for word in reversed(headline[max(0, at - _REACH) : at]):
        if word in _BEHIND or word in _WITHIN:
            return word in _BEHIND or _HURT.isdisjoint(headline)
    return headline[at] == "charge"  # "in charge", "demand a stiffer charge"


def _is_told(token: Token) -> bool:
    """Whether the word tells of the event as of something that took place."""
    if token.pos_ == "NOUN":
        hangs = token.head if token.dep_ in ("compound", "nmod", "amod", "poss") else None  # "the shooting suspect", "crash victims"
        if hangs is not None or (token.lower_ == "charge" and token.head.lower_ == "in") or not happenings.took_place(token):
            return False
        return not (token.head.pos_ in ("VERB", "AUX") and happenings.unreal(token.head))
    return token.pos_ == "VERB" and not happenings.unreal(token) and token.dep_ not in ("amod", "compound")


def _called(head: Token, family: int) -> str:
    """ "house fire" with what specifies it; a verb is called as its family is."""
    if head.pos_ != "NOUN":
        return "killed" if _NAME[family] == "killing" else _NAME[family]  # not "killing", which has a killer
    before = [
        t.lower_
        for t in head.lefts
        if t.dep_ == "compound" and t.pos_ == "NOUN" and t.is_alpha and t.lower_ not in _PARTS and t.nbor(1).text != "-"
    ]
    return " ".join([*before, _NAME[family] if head.lower_ == "shot" else head.lemma_.lower()])


def _words(head: Token) -> Phrase:
    lefts = [t.i for t in head.lefts if t.dep_ == "compound"]
    return head.doc[min([head.i, *lefts]) : head.i + 1]


def _dated(
    family: int, lead: Sequence[tuple[Passage, Phrase]], body: Sequence[Passage], days: _Days
) -> tuple[Sequence[Time], Sequence[Span]]:
    """The day and the place told first."""
    when: Sequence[Time] = ()
    where: Sequence[Span] = ()
    for passage, sentence in (*lead, *_later(body, family)):
        words = {w for token in sentence if _FAMILY.get(token.lower_) == family and _is_told(token) for w in _told_with(token)}
        when = when or days.of(passage, sentence, words)
        where = where or [passage.chars(start, end) for start, end in happenings.places_of(passage, sentence, words)]
    return when, where


def _later(body: Sequence[Passage], family: int) -> Iterator[tuple[Passage, Phrase]]:
    """ "The shooting happened about 2 a.m. Sunday", "the man was shot Friday": sentences farther on that tell of it."""
    for passage in body[:_FAR]:
        for token in passage.doc:
            if _FAMILY.get(token.lower_) != family:
                continue
            the = token.pos_ == "NOUN" and any(t.lower_ in ("the", "this") for t in token.lefts)
            subject = the and token.dep_ in ("nsubj", "nsubjpass") and token.head.lemma_ in _HAPPENED
            if subject or (token.dep_ == "ROOT" and token.pos_ == "VERB" and any(t.dep_ == "nsubjpass" for t in token.children)):
                yield passage, token.sent


def _told_with(token: Token) -> set[int]:
    """The words whose day and place are the event's: itself, "happened" of it, and the harm it did ("were killed in a crash")."""
    found = {token.i}
    if token.head.lemma_ == "find":
        return set()  # "was found shot Wednesday"
    if token.pos_ == "NOUN":
        head = token.head
        if token.dep_ in ("nsubj", "nsubjpass") and head.lemma_ in _HAPPENED | _HARM:
            found.add(head.i)
        if token.dep_ == "pobj" and head.lower_ in ("in", "during", "by", "at", "when") and head.head.lemma_ in _HARM:
            found.add(head.head.i)
    else:
        found |= {t.i for t in token.children if t.dep_ == "conj" and t.lemma_ in _HARM}
        if token.dep_ == "conj" and token.head.lemma_ in _HARM:
            found.add(token.head.i)
    return found


def _event(told: tuple[str, Span, str], when: Sequence[Time], where: Sequence[Span], body: Sequence[Passage]) -> Event:
    """The event; of several days none."""
    what, span, rule = told
    day = when[0] if len({(time.first, time.last) for time in when}) == 1 else None
    place = where[0] if where else None
    inside = next((p for p in body if place and p.start <= place.start < p.start + len(p.text)), None)
    named = inside.text[place.start - inside.start : place.end - inside.start] if inside and place else None
    return Event(what, span, day.first if day else None, day.last if day else None, day.span if day else None, named, place, rule)


# -- what the first sentence's main verb tells ------------------------------------------------


def _deed(headline: Sequence[str], lead: Sequence[tuple[Passage, Phrase]], days: _Days) -> Event | None:
    passage, sentence = lead[0]
    for verb in sentence:
        told = _what_was_done(verb, headline) if verb.tag_ in ("VBD", "VBN") and verb.dep_ not in ("amod", "acl", "relcl") else None
        if told:
            when = days.of(passage, sentence, {verb.i})
            where = [passage.chars(start, end) for start, end in happenings.places_of(passage, sentence, {verb.i})]
            return _event((told, passage.span(verb), "event:deed"), when, where, [passage])
    return None


def _what_was_done(verb: Token, headline: Sequence[str]) -> str | None:
    """ "bill passed", where the headline has both; what takes no object must be the sentence's main verb."""
    lemma = verb.lemma_.lower()
    done = participle(lemma)
    if lemma not in _DEEDS | _ALONE or happenings.unreal(verb) or not {lemma, plural(lemma), done, verb.lower_} & set(headline):
        return None
    passive = any(t.dep_ == "nsubjpass" for t in verb.children)
    whom = next((t for t in verb.children if t.dep_ == ("nsubjpass" if passive else "dobj")), None)
    if whom is not None:
        plain = lemma in _DEEDS and whom.pos_ in ("NOUN", "PROPN") and _is_in(headline, whom)
        return f"{_thing(whom)} {done}" if plain else None
    more = any(t.dep_ in ("ccomp", "xcomp", "prt", "dative", "attr", "acomp", "oprd") for t in verb.children)
    return done if verb.dep_ == "ROOT" and not more and lemma in _ALONE else None


def _is_in(headline: Sequence[str], whom: Token) -> bool:
    """Whether the headline names what was done to: "Senate passes bill"."""
    return whom.lower_ in headline or whom.lemma_.lower() in headline


def _thing(noun: Token) -> str:
    before = [t.text if t.pos_ == "PROPN" else t.lower_ for t in noun.lefts if t.dep_ == "compound" and t.is_alpha]
    return " ".join([*before, noun.text if noun.pos_ == "PROPN" else noun.lemma_.lower()])
