"""In which words an outlet is credited: "the Ledger reported", "according to the Ledger", "told the Ledger".

A parsed passage and an outlet named in it come in; the tokens of the credit and the rule go out, or None where the
outlet is only mentioned. Who works for an outlet and is no reporter ("a Ledger columnist") credits nothing; nor does a
poll, which is what people answered and no reporting.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from samestory.attributing.outlets import STATIONS, Named
from samestory.text import listed

if TYPE_CHECKING:
    from samestory.language import Doc, Token

Found = tuple[int, int, str]  # the credit's tokens, and the rule

# What an outlet does when it is credited: "E! News reported", "the Ledger first wrote".
REPORTING = listed(
    """report say write note reveal learn confirm add state publish cite quote find describe detail disclose claim tell break obtain
    identify observe uncover unearth expose estimate suggest show point"""
)
# With a name that is also a plain word, or of a station that also speaks for itself, only what others do not do.
PLAINLY = listed("report confirm learn reveal obtain break")
WRITING = listed("write note say add find tell")  # "the Post wrote", "Forbes noted"; never "People said"
MOST_PLAIN = listed("People Time Today Life Self Money Extra Stuff Hello Shape Parade Insider Lifetime Glamour Billboard Deadline Fortune")
UNCOVERING = listed("uncover unearth expose cite publish")
REPORTERS = listed("reporter correspondent journalist")
WORKERS = REPORTERS | listed("host anchor editor moderator newspaper magazine program show")
REPORTS = listed("report story investigation article analysis review account tally count database dispatch exclusive")
UNREAL = listed("would could might should 'd ’d")
OPENERS = listed("reports reported writes wrote says said notes noted")
FOR_ITSELF = listed("say tell announce")  # "the network said it would pay" is a company's word of itself
ITSELF = listed("it its it's they their we our")
KINDS = listed("newspaper magazine website network tabloid radio television tv")  # "KXYZ radio", "the Times newspaper"
RUNNING = listed("run air print post carry")
PIECES = listed("feature piece profile series report documentary segment")
SIDES = listed("side tale version truth")
TELLING = listed("tell")
SPEAKING = listed(
    """interview statement email e-mail letter speak talk conversation comment remark chat confirm reveal say explain admit deny
    confide dish release"""
)
INTO = listed("interview")  # "in an interview on CNN", "for the Ledger"
PASSIVE = listed(
    "report obtain publish reveal cite quote release confirm break write see review acquire uncover document detail describe air broadcast"
)
PLACED = listed("report publish quote cite detail describe")  # "reported in the Ledger"
GIVEN = listed("provide share give leak")  # "shared with the Ledger"
ACCORDING = re.compile(r"\baccording to (?!(?:people|those|sources|officials)\b)(?:(?:an? |the |[a-z-]+ ){0,3})$", re.IGNORECASE)
OF_PAPER = re.compile(r"\baccording to (?:[\w’'-]+ ){0,3}(?:\w+) (?:[a-z]+ )?(?:by|in|from|of|on) (?:the )?$", re.IGNORECASE)
BESIDE = listed("who which that and with told spoke at to for after before host former")  # between "according to" and the name: another's
HAT_TIP = re.compile(r"(?:\bh/t:?|\bhat tip(?: to)?:?|\bper|\bvia|\bas seen (?:in|on)|\bsource:) (?:the )?$", re.IGNORECASE)
CONTRIBUTED = re.compile(r"\bcontributed (?:to|reporting)\b", re.IGNORECASE)
FILES = re.compile(r"\bwith (?:files|reporting|reports) (?:from|by) (?:[\w ,]+ and )?(?:the )?$", re.IGNORECASE)
PICTURES = listed("photo photos image images via file picture pictures getty")
NEAR = 6  # tokens between an outlet and its verb that the credit's words still run over


def found(doc: Doc, named: Named, *, shouted: bool) -> Found | None:
    """The first rule that sees the outlet credited; `shouted` where capitals tell nothing, as in headlines."""
    if _of_picture(doc, named) or (named.doubtful and shouted and not named.short and not doc[named.first : named.last].text.isupper()):
        return None
    for rule in (_by_verb, _opening, _according, _told, _passive, _by_clause, _hat_tip, _contributed, _report_of):
        words = rule(doc, named)
        if words is not None:
            first, last, name = words
            return first - (first == named.first > 0 and doc[first - 1].lower_ == "the"), last, name
    return None


def means_outlet(doc: Doc, named: Named, verb: str) -> bool:
    """Whether an outlet does this and no people, no day and no thing: "Forbes wrote", but not "People wrote"."""
    if not named.doubtful:
        return verb in REPORTING
    if named.short and doc[named.last - 1].lower_ in STATIONS:
        return verb in PLAINLY or verb in {"write", "note"}  # what "the network said" it may say of itself
    article = doc[named.first].lower_ == "the" and (named.last - named.first > 1)
    return verb in PLAINLY or (verb in WRITING and (article or named.outlet not in MOST_PLAIN))


def _of_picture(doc: Doc, named: Named) -> bool:
    """ "(AP Photo/Ann Doe)", "Getty Images via Reuters"."""
    behind = doc[named.last].lower_ if named.last < len(doc) else ""
    return behind in PICTURES or any(t.lower_ in PICTURES - {"via"} for t in doc[max(0, named.first - 3) : named.first])


def _root(doc: Doc, named: Named) -> Token:
    return doc[named.first : named.last].root


def _bearer(doc: Doc, named: Named) -> tuple[Token | None, str]:
    """Who or what bears the outlet's name: the outlet itself, a reporter or a paper of it; None where somebody else does."""
    head = _root(doc, named)
    while head.dep_ in {"poss", "compound", "nmod", "amod"} and 0 < head.head.i - head.i <= NEAR and head.head.pos_ in {"NOUN", "PROPN"}:
        head = head.head
    if head.i < named.last:
        return head, "outlet"
    between = {token.lemma_.lower() for token in doc[named.last : head.i + 1]}
    if head.lemma_.lower() in REPORTS:
        return head, "paper"
    owned = named.last < len(doc) and doc[named.last].lower_ in {"'s", "’s", "'", "’"}
    if between & REPORTERS or (head.ent_type_ == "PERSON" and (owned or between & WORKERS)):
        return head, "reporter"
    return (head, "outlet") if between & KINDS else (None, "")


def _by_verb(doc: Doc, named: Named) -> Found | None:
    """ "E! News reported", "as the Ledger puts it", ", reported the Ledger", "the Ledger's Ann Doe reports"."""
    head, kind = _bearer(doc, named)
    if head is None:
        return None
    while head.dep_ == "conj" and head.head.pos_ == "PROPN":
        head = head.head  # "the Ledger and the Courier reported"
    verb, lemma = head.head, head.head.lemma_.lower()
    as_told = (
        any(kid.lower_ == "as" and kid.i < head.i and kid.dep_ in {"mark", "advmod", "prep"} for kid in verb.children) and verb.i > head.i
    )
    if head.dep_ != "nsubj":
        return None
    wanted = (
        lemma in PLAINLY if kind == "reporter" else means_outlet(doc, named, lemma) or ((as_told or _runs(verb)) and not named.doubtful)
    )
    if not wanted or verb.pos_ not in {"VERB", "AUX", "NOUN"} or _denied(verb) or _of_itself(verb):
        return None
    if named.doubtful and not named.short and (_may_be_plain(named, head) or _plural(verb)) and not _certain(doc, named):
        return None
    if kind == "reporter":
        return named.first, named.last, "outlet-verb"  # not over the reporter's name: who speaks is the reporter
    first, last = min(named.first, verb.i), max(named.last, verb.i + 1)
    rule = "report-of" if kind == "paper" else "outlet-verb" if lemma in REPORTING else "as-outlet"
    return (first, last, rule) if last - first <= named.last - named.first + NEAR else (named.first, max(named.last, head.i + 1), rule)


def _opening(doc: Doc, named: Named) -> Found | None:
    """ "The Ledger reports:" before a paragraph of it, which the parser takes for the Ledger's reports."""
    behind = [token.lower_ for token in doc[named.last : named.last + 2]]
    opens = len(behind) > 1 and behind[0] in OPENERS and behind[1] == ":" and (not named.doubtful or _certain(doc, named))
    return (named.first, named.last + 1, "outlet-verb") if opens else None


def _by_clause(doc: Doc, named: Named) -> Found | None:
    """ "the Ledger, which first reported": not where the clause is of somebody who works there."""
    head, kind = _bearer(doc, named)
    if head is None or kind != "outlet":
        return None
    for verb in head.children:
        subject = next((kid for kid in verb.children if kid.dep_ == "nsubj"), None)
        if (
            verb.dep_ == "relcl"
            and subject is not None
            and subject.lower_ in {"which", "that"}
            and verb.lemma_.lower() in PLAINLY | UNCOVERING
        ):
            return named.first, verb.i + 1, "as-outlet"
    return None


def _runs(verb: Token) -> bool:
    """ "The Ledger ran a feature on the mill"."""
    return verb.lemma_.lower() in RUNNING and any(kid.dep_ == "dobj" and kid.lemma_.lower() in REPORTS | PIECES for kid in verb.children)


def _denied(verb: Token) -> bool:
    """ "the Ledger did not report", "the Ledger would report"."""
    return any(
        kid.dep_ == "neg" or (kid.dep_ == "aux" and kid.lower_ in UNREAL) or (kid.dep_ == "mark" and kid.lower_ == "if")
        for kid in verb.children
    )


def _of_itself(verb: Token) -> bool:
    """ "CBS said it was cancelling the show": the company speaks, nothing is reported."""
    clause = next((kid for kid in verb.children if kid.dep_ == "ccomp"), None)
    subject = next((kid for kid in clause.children if kid.dep_ in {"nsubj", "nsubjpass"}), None) if clause is not None else None
    return verb.lemma_.lower() in FOR_ITSELF and subject is not None and subject.lower_ in ITSELF


def _may_be_plain(named: Named, head: Token) -> bool:
    """At a sentence's beginning a capital tells nothing: "People", "Time"; "Forbes" or "Variety" are hardly ever plain words there."""
    return bool(head.is_sent_start) and (named.outlet in MOST_PLAIN or head.ent_type_ == "PERSON")


def _certain(doc: Doc, named: Named) -> bool:
    """In capitals, or with an article that people and days have not: "PEOPLE", "The Post"."""
    return doc[named.first].is_upper or (doc[named.first].lower_ == "the" and named.last - named.first > 1)


def _plural(verb: Token) -> bool:
    """ "People report": of many persons; the outlet reports, reported, has learned."""
    return verb.tag_ == "VBP" or any(t.lower_ in {"have", "are", "were"} for t in verb.children)


def _according(doc: Doc, named: Named) -> Found | None:
    before = doc.text[: doc[named.first].idx]
    match = ACCORDING.search(before) or OF_PAPER.search(before)
    if not match:
        return None
    first = next(token.i for token in doc if token.idx >= match.start())
    between = doc[first + 2 : named.first]
    head, _ = _bearer(doc, named)
    if head is None or any(token.lower_ in BESIDE for token in between):
        return None
    own = {token.lemma_.lower() for token in between} & REPORTS or not any(token.pos_ == "NOUN" for token in between[:-1])
    return (first, max(named.last, head.i + 1), "according-to") if own else None


def _told(doc: Doc, named: Named) -> Found | None:
    """ "told the Ledger", "in an interview with CNN", "confirmed to People", "told CNN's Ann Doe"."""
    head, kind = _bearer(doc, named)
    own = _own_interview(doc, named)
    if own is not None or head is None or kind == "paper":
        return own
    over, last = head.head, max(named.last, head.i + 1)
    if over.lemma_.lower() in TELLING and head.dep_ in {"dobj", "dative", "obj"} and over.i < head.i:
        return over.i, last, "told-outlet"
    if over.lower_ == "to" and over.head.lemma_.lower() in REPORTERS:
        return None
    prep = over if over.dep_ in {"prep", "dative"} else head
    speech = prep.head
    lemma = speech.lemma_.lower()
    fits = (prep.lower_ in {"to", "with"} and lemma in SPEAKING | TELLING) or (prep.lower_ in {"on", "for", "in"} and lemma in INTO)
    if not fits or not 0 < named.first - speech.i <= NEAR:
        return None
    first = speech.i
    while first > 0 and speech.pos_ == "NOUN" and doc[first - 1].dep_ in {"det", "amod", "compound", "poss", "prep"}:
        first -= 1
    return first, last, "told-outlet"


def _own_interview(doc: Doc, named: Named) -> Found | None:
    """ "in a CNN interview"."""
    root = _root(doc, named)
    talk = root.head
    if root.dep_ not in {"compound", "nmod", "poss"} or talk.lemma_.lower() not in INTO or talk.dep_ != "pobj":
        return None
    led = talk.head.lower_ in {"in", "during"} and talk.head.i < named.first and 0 <= talk.i - named.last < NEAR
    return (talk.head.i, talk.i + 1, "told-outlet") if led else None


def _passive(doc: Doc, named: Named) -> Found | None:
    """ "first reported by the Ledger", "a letter obtained by CNN", "shared with the Ledger"."""
    head, _ = _bearer(doc, named)
    if head is None:
        return None
    by = head.head
    verb = by.head
    lemma = verb.lemma_.lower()
    fits = (
        (by.lower_ == "by" and (lemma in PASSIVE or _of_story(verb)))
        or (by.lower_ in {"in", "on"} and lemma in PLACED)
        or (by.lower_ in {"with", "to"} and lemma in GIVEN)
    )
    if not fits or verb.tag_ != "VBN" or by.i <= verb.i or (by.lower_ in {"in", "on"} and named.doubtful):
        return None
    first = verb.i - 1 if verb.i and verb.nbor(-1).lower_ == "first" else verb.i
    return (first, named.last, "reported-by") if named.last - first <= 10 else None


def _of_story(verb: Token) -> bool:
    """ "another side of the story was told by the Ledger"; what somebody was told by it is no reporting."""
    told = next((kid for kid in verb.children if kid.dep_ == "nsubjpass"), None)
    return verb.lemma_.lower() == "tell" and told is not None and told.lemma_.lower() in REPORTS | SIDES


def _hat_tip(doc: Doc, named: Named) -> Found | None:
    match = HAT_TIP.search(doc.text[: doc[named.first].idx])
    if not match or doc.text[doc[named.last - 1].idx :].lower().count("getty"):
        return None
    first = next(token.i for token in doc if token.idx >= match.start())
    return first, named.last, "hat-tip"


def _contributed(doc: Doc, named: Named) -> Found | None:
    """ "CNN contributed to this report", "With files from Reuters"."""
    files = FILES.search(doc.text[: doc[named.first].idx])
    if files or (CONTRIBUTED.search(doc.text[doc[named.last - 1].idx :]) and named.first - doc[named.first].sent.start <= 2):
        return named.first, named.last, "contributed"
    return None


def _report_of(doc: Doc, named: Named) -> Found | None:
    """ "a Ledger report that", "the Ledger's report said", "a report in the Ledger"."""
    if named.doubtful and not named.short:
        return None
    head, kind = _bearer(doc, named)
    if kind == "paper" and head is not None:
        told = head.dep_ in {"nsubj", "nsubjpass"} and head.head.lemma_.lower() in REPORTING
        says = any(_says(kid) for kid in head.children if kid.i > head.i)
        return (named.first, head.i + 1, "report-of") if told or says else None
    if head is None or head.dep_ != "pobj":
        return None
    over = head.head
    if any(kid.dep_ == "poss" for kid in over.head.children):
        return None  # "his article in the Ledger": a guest's
    placed = over.lower_ in {"by", "in", "from"} and over.head.lemma_.lower() in REPORTS and over.i < head.i
    if placed and over.head.pos_ == "NOUN" and over.head.dep_ in {"nsubj", "pobj", "attr"} and over.i - over.head.i <= 3:
        return over.head.i, named.last, "report-of"
    return None


def _says(clause: Token) -> bool:
    """What a report says or does: "a report that the mill was sold", "an analysis found"; the parser hangs both on the noun."""
    if clause.dep_ == "acl" and clause.lemma_.lower() in REPORTING:
        return True
    return clause.dep_ in {"acl", "ccomp", "relcl"} and any(kid.lower_ == "that" and kid.dep_ == "mark" for kid in clause.children)
