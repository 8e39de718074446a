"""Lines that say somebody did not speak, or denied without saying what.

Trees come in; silences go out, with who is silent. "She denied that she knew" is a denial too: what is denied is not
what she says, and would mean its opposite as the content of a quotation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from samestory.attributing import candidates, sources
from samestory.attributing.speakers import Cast
from samestory.attributing.tree import Tree
from samestory.model import Silence
from samestory.text import fold, listed

# Parts that several patterns share.
PARTS = {
    "NOT": r"(?:did|does|do|has|have|had|would|will|could|was|were|is|are)(?: not|n't)",
    "ADVERBS": r"(?: (?:yet|ever|\w+ly))*",
    "ABOUT": r"(?: (?:on|about|regarding) [^.,;]{1,60}?(?=[.,;]| but\b| and\b|$))?",
    "ASKED": r"[^.;,]{0,60}?\b(?:requests?|calls?|e-?mails?|messages?|inquir(?:y|ies)|enquir(?:y|ies)|comments?|texts?)\b"
    r"(?: for (?:\w+ )?(?:comments?|an interview)| seeking comment| from \w+)?",
    "STATEMENT": r"(?:an? |any |another )?(?:\w+ ){0,2}(?:statement|comment|remarks|response|announcement)s?",
    "REFUSED": r"\b(?:(?:has|have|had) )?(?:declin|refus)(?:e|es|ed|ing)",
    "MESSAGES": r"\b(?:requests?|calls?|e-?mails?|messages?|inquiries|voicemails?)\b[^.;]{0,80}?",
    "NEITHER": r"\bneither [^.;]{2,80}? nor [^.;]{2,80}?(?: \w+ly)?(?: (?:has|have|had|was|were|is|are))?(?: \w+ly)?",
    "DETAILS": r"(?:(?:further|more|additional|any|specific|many) )?(?:details?|specifics|information|comments?|names?|reasons?|examples?)",
    "MATTER": r"the (?:rumou?rs|reports?|allegations|claims|matter|issue|split|news)",
}
# Rule and pattern; an example of each stands in tests/cases/attribute/quotes_silences.txt.
PATTERNS = (
    ("declined", r"<REFUSED>(?: further| any| immediate)? comment\b<ABOUT>"),
    ("declined", r"<REFUSED> to<ADVERBS> (?:comment|elaborate|answer|respond|reply)<ADVERBS><ABOUT>"),
    ("declined", r"<REFUSED> to<ADVERBS> (?:discuss\b|be interviewed|give a statement)"),
    ("declined", r"<REFUSED> to<ADVERBS> (?:speculate|speak|talk|weigh in|go into detail|take questions)\b<ABOUT>"),
    ("declined", r"<REFUSED> to<ADVERBS> (?:give|provide|offer|share|release|disclose|reveal) <DETAILS>\b<ABOUT>"),
    ("declined", r"<REFUSED> to<ADVERBS> (?:disclose|reveal|identify|specify|confirm|name)\b(?: or deny\b)?"),
    ("declined", r"<REFUSED> to<ADVERBS> say (?:wh\w+|if|how|more|anything)\b"),
    ("not-responded", r"\b<NOT><ADVERBS> (?:respond(?:ed)?|repl(?:y|ied)|return(?:ed)?|answer(?:ed)?)<ADVERBS><ASKED>"),
    ("not-responded", r"\b<NOT><ADVERBS> (?:respond(?:ed)?|repl(?:y|ied)|answer(?:ed)?)<ADVERBS>(?: to)? (?:\w+ )?questions\b<ABOUT>"),
    ("not-responded", r"<NEITHER> (?:respond(?:ed)?|repl(?:y|ied)|return(?:ed)?|comment(?:ed)?)\b<ADVERBS><ASKED>"),
    ("not-responded", r"<NEITHER> (?:available|reachable) for comment"),
    ("not-commented", r"\b<NOT><ADVERBS> comment(?:ed)?\b(?: publicly| further)?<ABOUT>"),
    ("no-statement", r"\b<NOT><ADVERBS> (?:ma[dk]e|given?|issued?|released?|offer(?:ed)?) <STATEMENT><ABOUT>"),
    ("not-spoken", r"\b(?:has|have|had)(?: not|n't)<ADVERBS> (?:spoken publicly|spoken out|addressed <MATTER>)"),
    ("yet-to", r"\b(?:has|have|had|is|are) yet to<ADVERBS> (?:comment|respond|reply|speak(?: out)?|address <MATTER>)(?: publicly)?<ABOUT>"),
    ("yet-to", r"\b(?:has|have|had|is|are) yet to<ADVERBS> (?:make|give|issue|release|offer) <STATEMENT><ABOUT>"),
    ("not-reached", r"\b(?:could|can)(?: not|n't)<ADVERBS> be<ADVERBS> reached(?: immediately)?(?: for (?:\w+ )?comment)?"),
    ("no-comment", r"\b(?:had|has|have|offered|gave|with|made)(?: no| little)(?: immediate| further| public)? (?:comment|response)\b"),
    ("unavailable", r"\b(?:was|were|is|are)(?:(?: not|n't)<ADVERBS> available|<ADVERBS> unavailable) (?:for|to)(?: \w+)? comment"),
    ("unanswered", r"<MESSAGES>\b(?:was|were)(?: not|n't)<ADVERBS> (?:returned|answered)"),
    ("unanswered", r"<MESSAGES>\bwent (?:unanswered|unreturned)"),
    ("silent", r"\b(?:remained|stayed|kept|has been|have been) (?:silent|mum|tight-lipped) (?:on|about)\b[^.,;]{1,60}?(?=[.,;]|$)"),
)  # fmt: skip


def _compiled(pattern: str) -> re.Pattern[str]:
    for name, part in PARTS.items():
        pattern = pattern.replace(f"<{name}>", part)
    return re.compile(pattern, re.IGNORECASE)


NO_COMMENT = tuple((rule, _compiled(pattern)) for rule, pattern in PATTERNS)
# What can be denied without telling anything: "denied the allegations", "denies any wrongdoing".
DENIED = listed(
    """allegation accusation charge claim wrongdoing report rumor rumour involvement responsibility assertion suggestion knowledge
    guilt misconduct impropriety any it them this that these those which all everything story account"""
)
# Who denies a motion or a claim decides on it: nobody's word against an accusation.
DECIDING = listed("judge court justice panel tribunal magistrate insurer commission")
NOBODY = listed("nobody none one")  # "no one denies that": everybody grants it
THINGS = listed("deadline agreement deal compromise consensus settlement goal target verdict decision conclusion")  # reached, not called
GOING_ON = listed("continue go keep appear seem move try rush")  # "continues to deny"; else "to deny it" is what somebody could do
MERELY = listed("just only merely simply")
NOT_GUILTY = re.compile(
    r"\b(?:has |have |had )?(?:pleaded|pled|pleads|plead) not guilty\b(?: to [^.,;]{1,60}?(?=[.,;]| (?:on|in|at|and)\b|$))?", re.IGNORECASE
)
# A line without any of these words holds no silence: looked for first, for speed.
HINTS = re.compile(
    r"declin|refus|respon|repl|return|answer|comment|statement|spoke|address|yet to|reach|silent|mum\b|tight-lipped|den[iy]|guilty",
    re.IGNORECASE,
)


def find(trees: Sequence[Tree], cast: Cast) -> tuple[Silence, ...]:
    """The silences of the article, in order."""
    telling = [tree for tree in trees if HINTS.search(tree.text)]
    found = [silence for tree in telling for silence in (*_no_comments(tree, cast), *_denials(tree, cast))]
    found.sort(key=lambda silence: (silence.span.start, -silence.span.end))
    return tuple(s for i, s in enumerate(found) if not any(other.span.overlaps(s.span) for other in found[:i]))


def _no_comments(tree: Tree, cast: Cast) -> Iterator[Silence]:
    text = fold(tree.text)
    for rule, pattern in NO_COMMENT:
        for match in pattern.finditer(text):
            made = _silence(tree, cast, match.span(), rule)
            if made:
                yield made


def _silence(tree: Tree, cast: Cast, where: tuple[int, int], rule: str) -> Silence | None:
    """The silence at these characters, unless somebody is quoted with it."""
    tokens = [i for i, start in enumerate(tree.starts) if where[0] <= start < where[1]]
    if not tokens or tree.inside[tokens[0]] >= 0:
        return None
    verbs = [i for i in tokens if tree.pos[i] in {"VERB", "AUX"}]
    finite = next((i for i in verbs if tree.child(i, "nsubj", "nsubjpass") is not None), verbs[0] if verbs else None)
    speaker = None
    if finite is not None and rule != "unanswered":
        doer, way = sources.of_verb(tree, finite)
        if way == "passive":
            doer = tree.child(finite, "nsubjpass")
        if doer is not None and rule == "not-reached" and tree.lemmas[doer] in THINGS:
            return None
        if doer is not None:
            speaker = cast.of(tree, doer, sources.phrase(tree, doer, finite))
    return Silence("denial" if rule in {"denied", "not-guilty"} else "no_comment", speaker, tree.passage.chars(*where), rule)


def _denials(tree: Tree, cast: Cast) -> Iterator[Silence]:
    for i, lemma in enumerate(tree.lemmas):
        if lemma != "deny" or tree.pos[i] != "VERB" or tree.child(i, "nsubjpass", "dative") is not None:
            continue
        if _is_no_denial(tree, i):
            continue
        denied = tree.child(i, "ccomp", "xcomp", "dobj")
        if denied is None or (tree.deps[denied] == "dobj" and not tree.lower[denied].endswith("ing") and tree.lemmas[denied] not in DENIED):
            continue
        first = candidates.cue_tokens(tree, i)[0]
        last = tree.runs(range(i, max(tree.edges[denied][1], i + 1)))[-1][1]
        start, end = tree.starts[first], tree.starts[last - 1] + len(tree.words[last - 1])
        made = _silence(tree, cast, (start, end), "denied")
        if made:
            yield made
    for match in NOT_GUILTY.finditer(fold(tree.text)):
        made = _silence(tree, cast, match.span(), "not-guilty")
        if made:
            yield made


def _is_no_denial(tree: Tree, verb: int) -> bool:
    """ "did not deny that", "a judge denied the motion", "the incentive to deny claims"."""
    if tree.child(verb, "neg") is not None and not any(tree.lower[k] in MERELY for k in tree.children(verb, "advmod")):
        return True
    doer, _ = sources.of_verb(tree, verb)
    if doer is not None and (tree.lemmas[doer] in DECIDING or tree.lower[doer] in NOBODY):
        return True
    bare = any(tree.lower[k] == "to" for k in tree.children(verb, "aux"))
    return bare and not (tree.deps[verb] == "xcomp" and tree.lemmas[tree.heads[verb]] in GOING_ON)
