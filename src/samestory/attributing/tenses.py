"""Whether the words around a time expression speak of the past or of what is to come.

A passage and a place in it come in; "past", "present" or "future" goes out, read off the governing verb.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from samestory.language import Passage
from samestory.text import listed

if TYPE_CHECKING:
    from spacy.tokens import Token

Tense = Literal["past", "present", "future", "either"]  # either: what is nearer, "a rally planned for Friday was cancelled"

_WILL = frozenset({"will", "'ll", "’ll", "wo", "shall", "would", "'d", "’d", "may", "might", "could", "should", "can", "must", "ca"})
_MAY_HAVE = frozenset({"would", "'d", "’d", "may", "might", "could", "should", "must"})
# "is scheduled for Friday", "plans to meet Friday", "due Friday"
_PLANNED = listed("""schedule expect plan set slate due intend agree hope want try aim prepare order ask tell urge allow invite vow
    promise need propose bind decide commit authorize approve offer threaten vote able ready""")
_DIRECT = 2  # steps from the weekday by way of its preposition to the verb
# In the present tense these tell of a plan: "opens Friday". Others tell what is so, or what a photograph shows.
_SCHEDULES = listed("""open begin start meet arrive leave end close return face play vote visit launch resume go expire depart fly
    travel head kick host release premiere debut appear speak testify""")
_TAKES = frozenset({"effect", "place", "office"})  # "takes effect in January"
_CHARGES = frozenset({"charge", "count", "accusation", "lawsuit", "sentence"})  # "faces charges after a shooting Friday": no plan
_STARTS = frozenset({"begin", "start", "commence", "take"})  # "beginning Friday", "starting Monday"
_UPCOMING = frozenset({"planned", "scheduled", "slated", "upcoming", "forthcoming", "proposed"})  # "his slated visit in September"
_RANKS = frozenset({"first", "second", "third", "last", "latest", "only"})
_SETS_DATE = frozenset({"schedule", "reschedule", "postpone", "plan", "slate", "delay"})  # "postponed until", "planned a rally on"
_MOVES = frozenset({"postpone", "move", "reschedule", "delay", "shift"})
_CALLS_OFF = frozenset({"cancel", "scrap", "call", "drop", "scuttle"})
_AHEAD = re.compile(
    r"\b(?:until|till|no later than|as (?:soon|early) as|starting|beginning|effective|by|ahead of|in advance of|"
    r"(?:going|heading|headed|head) into)"
    r"(?: \d[\d:]* ?[ap]\.?m\.?(?: E[SD]T)?)?(?: on| in)? (?:at least |at the latest )?"
    r"(?:early |late |mid-|(?:the )?(?:end|start|beginning|middle) of )?$",
    re.IGNORECASE,
)
_AWAITED = listed("""election elections vote game match meeting summit hearing debate primary referendum deadline race contest
    re-election reelection runoff ballot midterm midterms caucus""")
# "has called a meeting for Tuesday": what is called for a day is still to come, whatever the tense of calling it
_PICTURE = re.compile(r"\((?:AP )?Photo|Getty Images|/(?:Reuters|AP|AFP)\b|Photo(?:graph)? by")  # "Doe speaks on Friday. Getty Images"
_CALLED_FOR = re.compile(
    r"\b(?:meeting|hearing|vote|session|debate|trial|strike|vigil|funeral|rally|inquest|summit|news conference) for (?:early |late )?$",
    re.IGNORECASE,
)
_BIDS = frozenset({"invite", "summon", "subpoena", "register", "prepare", "ready", "ask"})  # "have been invited to a meeting on Friday"
_INTENDS = frozenset({"plan", "intend", "expect", "hope", "aim", "prepare"})
_LEARNS = frozenset({"hear", "see", "learn", "read", "find"})
_TELLS = frozenset({"say", "tell", "report", "announce", "write", "add"})


def tense(passage: Passage, start: int, end: int) -> Tense:
    """The tense told of the words at these characters of the passage's doc."""
    span = passage.doc.char_span(start, end, alignment_mode="expand")
    if span is None or not len(span):
        return "past"
    shown = passage.block.kind in ("title", "caption") or bool(_PICTURE.search(passage.text))
    found = _of_word(span.root, in_title=shown)
    if found == "future" and _is_off(span.root):
        return "either"
    if _CALLED_FOR.search(passage.text, max(0, start - 40), start):
        return "future"
    before = _AHEAD.search(passage.text, max(0, start - 40), start)
    if before and (found != "past" or not before[0].lower().startswith("by")) and not (_was_not(span.root) or _has_started(span.root)):
        return "future"
    if before and before[0].lower().startswith(("ahead", "in advance")):
        return "future"
    after = passage.doc[span.end] if span.end < len(passage.doc) else None
    if after is not None and after.tag_ == "POS" and found != "past":  # "ways to get around Wednesday's ruling"
        awaited = span.root.head.lemma_.lower() in _AWAITED
        return ("future" if _is_under_way(span.root) else found) if awaited else "past"
    return found


def is_plain(passage: Passage, start: int, end: int) -> bool:
    """Whether the words hang on the very verb that tells of a plan ("will open Tuesday"), or on "until", "starting"."""
    span = passage.doc.char_span(start, end, alignment_mode="expand")
    if span is None or not len(span) or _AHEAD.search(passage.text, max(0, start - 40), start):
        return True
    verb = span.root.head.head if span.root.dep_ == "pobj" else span.root.head
    noun = passage.doc[span.start - 1].pos_ == "NOUN" if span.start else False
    if (noun and verb.i >= span.end) or (span.root.dep_ == "pobj" and span.root.head.lower_ in ("after", "since")):
        return False  # "the losses Tuesday will not change it", "after Tuesday they will have two seats"
    return verb.pos_ in ("VERB", "AUX", "ADJ") and _of_word(verb, in_title=passage.block.kind == "title") == "future"


def _is_off(word: Token) -> bool:
    """ "The vote planned for Friday was cancelled", "the vote was moved from Monday": whether that day is over, nobody says."""
    if word.dep_ == "pobj" and word.head.lower_ == "from" and word.head.head.lemma_ in _MOVES:
        return True
    plan = next((t for t in word.ancestors if t.tag_ == "VBN" and t.lemma_ in _PLANNED and t.dep_ == "acl"), None)
    return plan is not None and plan.head.head.lemma_ in _CALLS_OFF and plan.head.head.tag_ in ("VBD", "VBN")


def _has_started(word: Token) -> bool:
    """ "Starting on Monday, the baker gave away bread": a start that a past verb behind it tells of."""
    start = next((t for t in word.ancestors if t.tag_ == "VBG" and t.lemma_ in _STARTS), None)
    return start is not None and _started(start)


def _started(start: Token) -> bool:
    return start.dep_ in ("advcl", "prep") and start.i < start.head.i and start.head.tag_ == "VBD"


def is_of_purpose(passage: Passage, start: int, end: int) -> bool:
    """Whether the words tell when a purpose is to be reached: "was founded to win voters in the fall"."""
    span = passage.doc.char_span(start, end, alignment_mode="expand")
    if span is None or not len(span) or span.root.dep_ not in ("pobj", "npadvmod"):
        return False
    verb = span.root.head.head if span.root.dep_ == "pobj" else span.root.head
    if verb.tag_ != "VB" or not any(t.lower_ == "to" for t in verb.children if t.dep_ == "aux"):
        return False
    return verb.dep_ == "advcl" and verb.head.tag_ in ("VBD", "VBN", "VBG")


def is_verbless(passage: Passage, start: int, end: int) -> bool:
    """Whether the sentence has no verb: a line of a calendar."""
    if passage.block.kind == "dateline":  # not parsed
        return False
    span = passage.doc.char_span(start, end, alignment_mode="expand")
    return span is not None and len(span) > 0 and not any(t.pos_ in ("VERB", "AUX") for t in span.sent)


def is_awaited(passage: Passage, start: int, end: int) -> bool:
    """Whether the words name something that is waited for: "the July deadline"."""
    span = passage.doc.char_span(start, end, alignment_mode="expand")
    if span is None or not len(span):
        return False
    noun = span.root.head.head if span.root.dep_ == "pobj" else span.root.head if span.root.dep_ == "compound" else None
    return noun is not None and noun.lemma_.lower() in _AWAITED


def _is_under_way(word: Token) -> bool:
    """ "In Tuesday's election Doe is making her first run": not over yet."""
    verb = next((t for t in word.ancestors if t.pos_ == "VERB"), None)
    return verb is not None and verb.tag_ == "VBG" and any(t.lower_ in ("is", "are", "'s", "’s") for t in verb.children if t.dep_ == "aux")


def _was_not(word: Token) -> bool:
    """ "Until Thursday, they had not called": it has ended."""
    verb = next((t for t in word.ancestors if t.pos_ == "VERB"), None)
    helpers = {t.lower_ for t in verb.children if t.dep_ in ("neg", "aux")} if verb is not None else set()
    return bool(helpers & {"had", "did"}) and bool(helpers & {"not", "n't", "n’t", "never"})


def _of_word(word: Token, *, in_title: bool) -> Tense:
    below = through = ""
    for steps in range(12):  # climbing noun by noun; a tree of more is broken
        if word.pos_ in ("VERB", "AUX"):
            found = "future" if steps and _sets_day(word, below) else _of_verb(word, in_title=in_title)
            if found == "future" and steps > _DIRECT and _is_imperative(word) and not in_title:
                found = "past"  # "Witness the response to his speech on Monday"
            if found == "present" and steps <= _DIRECT and not below and _is_schedule(word, through):
                return "future"
            if found:
                return found
        elif steps and word.pos_ == "NOUN" and any(t.dep_ == "amod" and t.lower_ in _UPCOMING for t in word.children):
            return "future"
        elif word.lemma_.lower() in ("due", "likely", "ready", "effective") and word.pos_ == "ADJ":
            return "past" if _had(word.head) else "future"  # "had been due Friday"
        if word.head is word or word.head.i == word.i:
            break
        below = word.lemma_.lower() if steps and word.pos_ == "NOUN" else below
        through = word.lower_ if word.pos_ == "ADP" else through
        word = word.head
    return "past"


def _is_imperative(verb: Token) -> bool:
    return verb.tag_ == "VB" and verb.head.i == verb.i and not any(t.dep_ in ("aux", "auxpass", "nsubj") for t in verb.children)


def _sets_day(verb: Token, below: str) -> bool:
    """ "was invited to a meeting on Friday", "postponed the vote until Friday"."""
    return (verb.lemma_ in _BIDS and below in _AWAITED) or (verb.lemma_ in _SETS_DATE and verb.tag_ in ("VBD", "VBN"))


def _is_schedule(verb: Token, through: str) -> bool:
    """ "The election is Tuesday"; "the mill opens on Friday"; `through` is the preposition between."""
    if verb.lemma_ == "be":
        return through in ("", "on", "at", "in")
    objects = {t.lemma_.lower() for t in verb.children if t.dep_ == "dobj"}
    if verb.lemma_ == "take":
        return bool(objects & _TAKES)
    return verb.lemma_ in _SCHEDULES and verb.tag_ != "VBG" and not (verb.lemma_ == "face" and objects & _CHARGES)


def _of_verb(verb: Token, *, in_title: bool) -> Tense | None:
    """None where the verb itself does not tell and its head must."""
    helpers = {t.lower_ for t in verb.children if t.dep_ in ("aux", "auxpass")}
    if helpers & {"to"} or verb.tag_ == "VB":
        return _of_infinitive(verb, helpers)
    if verb.tag_ == "VBN" and "have" in helpers and helpers & _MAY_HAVE:
        return "past"  # "may have been behind the fall on Wednesday"
    if verb.tag_ == "MD" or (helpers & _WILL and not (verb.tag_ == "VBN" and "could" in helpers)):
        return "future"
    if verb.tag_ == "VBD":
        return "past"
    if verb.tag_ == "VBN":
        return _of_participle(verb, helpers)
    if verb.lemma_ in _INTENDS and any(t.dep_ == "xcomp" for t in verb.children):
        return "future"  # "On Tuesday, the league plans to meet"
    if verb.tag_ == "VBG":
        return _of_gerund(verb, helpers)
    if verb.lemma_ in _TELLS or in_title:
        return "past"
    return "present"


def _of_infinitive(verb: Token, helpers: set[str]) -> Tense | None:
    if helpers & _WILL:
        return "past" if "have" in helpers else "future"
    if helpers & {"did", "didn't", "do", "does"}:
        return "past" if helpers & {"did", "didn't"} else "present"
    if verb.dep_ == "csubj":
        return None  # "the first to join on Friday were", badly parsed; "to meet on Friday was"
    if "to" in helpers:
        head = verb.head
        if head.lemma_.lower() in _PLANNED and (_had(head) or _had(head.head)):  # "had been scheduled to end", "had been due to end"
            return "past"
        if (
            _is_of_a_rank(head) or head.head.lemma_ == "use"
        ):  # "used a gun to open fire Saturday"  # "the first to join on Friday were": when they joined
            return None
        if verb.lemma_ in _LEARNS and head.pos_ == "ADJ":  # "pleased to hear him say on Wednesday that"
            return None
        if head.lemma_.lower() in _PLANNED or head.lemma_ == "be" or head.pos_ in ("NOUN", "PROPN", "ADJ"):
            return "future"
        if head.i == verb.i:  # a headline's "Mayor to quit Friday"
            return "future"
        return None
    return None if verb.head.i != verb.i else "future"


def _is_of_a_rank(noun: Token) -> bool:
    """ "the first three countries", "the latest": what such a one is "to do" it did, or does, at the time of the sentence."""
    return noun.lower_ in _RANKS or any(t.lower_ in _RANKS for t in noun.children if t.dep_ in ("amod", "nummod"))


def _had(verb: Token) -> bool:
    return any(t.lower_ in ("had", "'d", "’d") for t in verb.children if t.dep_ == "aux") and any(
        t.lower_ == "been" or verb.lower_ == "been" for t in (*verb.children, verb)
    )


def _of_participle(verb: Token, helpers: set[str]) -> Tense | None:
    if "could" in helpers:  # "could not be reached Friday"
        return "past"
    if helpers & {"has", "have", "had", "was", "were", "'ve", "’ve", "been", "did"}:
        planned = verb.lemma_ in _PLANNED and not helpers & {"has", "have", "had"}
        return "future" if planned and verb.lemma_ in ("schedule", "expect", "slate", "set", "plan") else "past"
    if verb.lemma_ in _PLANNED and not _is_record(verb):
        return "future"
    return "present" if helpers & {"is", "are", "'s", "’s", "'re", "’re"} else "past"


def _is_record(verb: Token) -> bool:
    """ "the high set on Aug. 6", "the record set in May": reached then, not set for then."""
    return verb.lower_ == "set" and any(t.dep_ == "prep" and t.lower_ in ("on", "in", "at") for t in verb.children)


def _of_gerund(verb: Token, helpers: set[str]) -> Tense | None:
    if verb.lemma_ == "end" and not helpers:
        return "either"  # "the season ending in June"
    if verb.lemma_ in _TELLS and not helpers and verb.dep_ == "advcl":
        return "past"  # "..., telling reporters Tuesday"
    if verb.lemma_ in _STARTS and not helpers:
        return None if _started(verb) else "future"
    if helpers & {"was", "were", "been", "had"}:
        return "past"
    if helpers & {"is", "are", "'s", "’s", "'re", "’re", "am", "'m", "’m"}:
        return "future" if verb.lemma_ == "go" else "present"
    return None
