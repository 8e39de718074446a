"""Through what a statement was made: "in her Instagram post", "told reporters", "at a news conference".

A candidate in its tree comes in; the medium that its own cue names goes out, or None. A medium named for one
statement is not carried over to the next: ten outlets may share one post, and one article may mix two.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from samestory.attributing import outlets
from samestory.attributing.candidates import Candidate
from samestory.attributing.tree import Run, Tree
from samestory.model import Medium
from samestory.text import DOUBLE, listed

# Nouns of media, by their last word: "Instagram post", "press conference", "court documents".
NOUNS = listed(
    """post tweet tweets retweet statement statements interview interviews email emails e-mail e-mails letter letters memo memos
    conference conferences briefing briefings speech speeches address testimony filing filings document documents papers lawsuit
    suit complaint affidavit indictment video videos podcast blog op-ed editorial essay article column book memoir autobiography
    caption message messages text texts release town-hall hall rally debate hearing report reports appearance call broadcast thread
    livestream program programme show episode note notes sermon remarks voicemail story stories newsletter press-release transcript
    motion brief petition website page account presentation lecture keynote ad commercial clip recording
    audio telecast Q&A AMA questionnaire survey telegram cable dispatch communique communiqué ruling opinion dissent decision order
    fundraiser forum event vigil summit convention luncheon meeting phone telephone podium voice-mail newscast profile tape log"""
)
LEADS = listed("in on via through during at by over from")
PLATFORMS = listed(
    "instagram twitter facebook x tiktok youtube snapchat reddit weibo telegram whatsapp linkedin tumblr vine periscope threads bluesky"
)
# Who speaks for somebody: a medium behind "through" alone.
MOUTHPIECES = listed(
    "lawyer lawyers attorney attorneys spokesman spokeswoman spokesperson publicist representative rep interpreter translator aide"
)
THROUGH = listed("through via")
ISSUING = listed("issue release post publish send write make give deliver share circulate file print tweet record upload sign")
GOES_ON = listed("add continue")  # "said in his remarks that ..., adding that ...": in the same breath
# What says which medium it is; "heartbreaking" only says what the writer thinks of it.
KINDS = listed(
    """joint written handwritten prepared open opening closing official internal public recorded prerecorded annual quarterly sworn live
    virtual online daily weekly monthly televised leaked private direct personal criminal civil federal legal judicial presidential
    congressional national local foreign financial medical scientific academic social editorial scripted animated
    closed-door face-to-face one-on-one on-air on-camera exclusive primary vice-presidential democratic republican regulatory
    confidential classified unanimous dissenting concurring majority oral verbal final preliminary inaugural keynote promotional"""
)
OF_NAME = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "ADV"})  # kinds of words of a medium's name before its noun
BY_VERB = {
    "tweet": "tweet",
    "retweet": "retweet",
    "testify": "testimony",
    "blog": "blog",
    "email": "email",
    "e-mail": "email",
    "text": "text message",
}
TOLD = listed("reporters journalists press media congress lawmakers supporters parliament senators police investigators crowd audience")
TOLD_VERBS = listed("tell")
NEAR = 10  # tokens after the cue in which a phrase of medium counts where the parser hangs it elsewhere
SCENES = listed("video clip footage recording")  # what is heard in it is told sentence by sentence
SCENE = 5  # sentences that a scene lasts; each question between marks is one
DETERMINERS = listed("a an the this that his her their its my our your one another recent")


def find(tree: Tree, candidate: Candidate) -> Medium | None:
    """The medium that the cue's clause names, or None."""
    said = {i for first, last in (*candidate.content, *candidate.words) for i in range(first, last)}
    return (
        _of_clause(tree, candidate.cue, said)
        or _of_source(tree, candidate)
        or _issued(tree, candidate, said)
        or _of_verb(tree, candidate, said)
        or _told(tree, candidate.cue, said)
        or _same_breath(tree, candidate, said)
        or _of_scene(tree, candidate)
    )


def _of_clause(tree: Tree, cue: int, said: set[int]) -> Medium | None:
    """ "said in an interview", "wrote on Twitter", "said on CNN"."""
    for prep in _leads(tree, cue, said):
        for noun in tree.children(prep, "pobj"):
            if noun not in said and (found := _named(tree, noun, said) or _on_air(tree, prep, noun, said) or _through(tree, prep, noun)):
                return found
    return None


def _leads(tree: Tree, cue: int, said: set[int]) -> Iterator[int]:
    """Prepositions that belong to the cue or stand right behind it, the nearest first."""
    own = [k for k in tree.kids[cue] if tree.deps[k] == "prep"]
    own += [
        k for kid in tree.kids[cue] if tree.deps[kid] in {"dobj", "dative", "npadvmod"} for k in tree.kids[kid] if tree.deps[k] == "prep"
    ]
    behind = [i for i in range(cue + 1, min(len(tree), cue + NEAR)) if tree.deps[i] == "prep" and tree.sentences[i] == tree.sentences[cue]]
    for prep in sorted({*own, *behind}, key=lambda i: abs(i - cue)):
        if prep not in said and tree.lower[prep] in LEADS and tree.inside[prep] < 0:
            yield prep


def _named(tree: Tree, noun: int, said: set[int]) -> Medium | None:
    """The medium that a noun names, with what it was held with or stood on: "interview with CNN", "post on Instagram"."""
    if tree.lower[noun] in PLATFORMS:
        return _medium(tree, (noun, noun + 1))
    if tree.lower[noun] not in NOUNS and not (tree.lower[noun] == "mail" and tree.words[max(0, noun - 1)] == "-"):
        return None
    first, last = tree.edges[noun][0], noun + 1
    if noun >= 2 and tree.words[noun - 1] == "-":
        first = min(first, noun - 2)
    for prep in tree.children(noun, "prep"):
        if prep == last and tree.lower[prep] in {"with", "on", "to"}:
            for kid in tree.children(prep, "pobj"):
                end = kid + 1
                platform = tree.lower[kid] in PLATFORMS
                if (platform or (tree.pos[kid] == "PROPN" and tree.kinds[kid] not in {"DATE", "GPE", "TIME"})) and not said & set(
                    range(prep, end)
                ):
                    last = end
    return _medium(tree, (first, last))


def _on_air(tree: Tree, prep: int, noun: int, said: set[int]) -> Medium | None:
    """ "on MSNBC", "on NBC's “Meet the Press”"."""
    if tree.lower[prep] != "on":
        return None
    first, last = tree.edges[noun][0], noun + 1
    owners = [k for k in tree.children(noun, "poss") if outlets.is_name(_words(tree, tree.edges[k][0], k + 1))]
    if not owners and not outlets.is_name(_words(tree, first, last)):
        return None
    if owners:
        first = tree.edges[owners[0]][0]
    while first < last - 1 and tree.lower[first] in DETERMINERS:
        first += 1
    return None if said & set(range(first, last)) else _called(tree, (first, last))


def _called(tree: Tree, run: Run) -> Medium:
    """The words as they stand, with the closing mark of a title: "CNN's “New Day”"."""
    first, last = run
    marks = sum(tree.words[i] in DOUBLE for i in range(first, last))
    if marks % 2 and last < len(tree) and tree.words[last] in DOUBLE:
        last += 1
    span = tree.span((first, last))
    return Medium(tree.said(span), span)


def _words(tree: Tree, first: int, last: int) -> str:
    return tree.said(tree.span((first, last)))


def _through(tree: Tree, prep: int, noun: int) -> Medium | None:
    """ "through her lawyer"."""
    if tree.lower[prep] not in THROUGH or tree.lower[noun] not in MOUTHPIECES:
        return None
    span = tree.span((prep, noun + 1))
    return Medium(tree.said(span), span)


def _medium(tree: Tree, run: Run) -> Medium | None:
    """The phrase without article and owner."""
    first, last = run
    noun = next((i for i in range(last - 1, first - 1, -1) if tree.lower[i] in NOUNS), last - 1)
    back = noun
    while back > first and (tree.pos[back - 1] in OF_NAME or tree.words[back - 1] == "-" or tree.deps[back - 1] in {"amod", "compound"}):
        back -= 1
    first = back
    while first < last - 1 and _is_no_part(tree, first):
        first += 1
    if first >= last:
        return None
    span = tree.span((first, last))
    return Medium(tree.said(span), span)


def _is_no_part(tree: Tree, i: int) -> bool:
    """Articles, owners and loose marks before the medium's name; the "e-" of "e-mail" is part of it."""
    if tree.words[i + 1] == "-":
        return False
    told = tree.pos[i] == "ADJ" or tree.deps[i] == "amod"
    return tree.lower[i] in DETERMINERS or tree.pos[i] in {"DET", "PUNCT"} or _owns(tree, i) or (told and _is_praise(tree, i))


def _is_praise(tree: Tree, i: int) -> bool:
    """ "heartbreaking" in "her heartbreaking Instagram post"."""
    joined = tree.words[i + 1] == "-" or (i > 0 and tree.words[i - 1] == "-")
    return tree.words[i].islower() and tree.lower[i] not in KINDS and not joined and not any(c.isdigit() for c in tree.words[i])


def _owns(tree: Tree, i: int) -> bool:
    """ "Doe's statement": the owner and his mark are no part of the medium's name."""
    if tree.deps[i] in {"poss", "case"}:
        return True
    owner = tree.heads[i]
    return bool(owner > i and tree.deps[owner] == "poss")  # "Ann" in "Ann Doe's statement"


def _of_source(tree: Tree, candidate: Candidate) -> Medium | None:
    """ "The statement said", "her post read": the source is the medium; "The Post said" is not."""
    source = candidate.source
    if source is None or tree.lower[source] not in NOUNS or (tree.pos[source] == "PROPN" and tree.words[source][0].isupper()):
        return None
    return _medium(tree, (tree.edges[source][0], source + 1))


def _issued(tree: Tree, candidate: Candidate, said: set[int]) -> Medium | None:
    """ "issued a statement saying", "released a memo detailing": the object is the medium."""
    cue = candidate.cue
    over = tree.heads[cue]
    if tree.deps[cue] in {"acl", "relcl"} and tree.pos[over] == "NOUN" and tree.lower[over] in NOUNS and over not in said:
        issuing = tree.heads[over]
        return _medium(tree, (tree.edges[over][0], over + 1)) if tree.lemmas[issuing] in ISSUING else None
    for verb in (cue, over) if tree.deps[cue] in {"advcl", "xcomp", "conj"} else (cue,):
        for noun in tree.children(verb, "dobj") if tree.lemmas[verb] in ISSUING else ():
            if tree.lower[noun] in NOUNS and tree.pos[noun] == "NOUN" and noun not in said:
                return _medium(tree, (tree.edges[noun][0], noun + 1))
    return None


def _told(tree: Tree, cue: int, said: set[int]) -> Medium | None:
    """ "told reporters", "told CNN", "told CNN's Ann Doe": to whom it was said publicly."""
    if tree.lemmas[cue] not in TOLD_VERBS:
        return None
    heard: Sequence[int] = [k for k in tree.kids[cue] if tree.deps[k] in {"dobj", "dative"} and k > cue and k not in said]
    for noun in heard:
        owners = [k for k in tree.children(noun, "poss") if outlets.is_name(_words(tree, tree.edges[k][0], k + 1))]
        last = max((k + 1 for k in tree.children(noun, "appos", "nummod") if k == noun + 1 or k == noun + 2), default=noun + 1)
        if _ends_as_outlet(tree, tree.edges[noun][0], last):
            return _called(tree, (cue, last))
        if tree.lower[noun] in TOLD or owners:
            return _called(tree, (cue, noun + 1))
    return None


def _ends_as_outlet(tree: Tree, first: int, last: int) -> bool:
    """ "the state-run news agency RIA Novosti"."""
    return any(tree.words[i][0].isupper() and outlets.is_name(_words(tree, i, last)) for i in range(first, last))


def _of_verb(tree: Tree, candidate: Candidate, said: set[int]) -> Medium | None:
    """ "tweeted", "reacted on Friday, tweeting": the verb names the medium."""
    cue = candidate.cue
    for verb in (cue, *(k for k in tree.children(cue, "advcl") if k > cue and k not in said)):
        name = BY_VERB.get(tree.lemmas[verb])
        if name and tree.pos[verb] == "VERB":
            return Medium(name, tree.span((verb, verb + 1)))
    return None


def _same_breath(tree: Tree, candidate: Candidate, said: set[int]) -> Medium | None:
    """ "said in his remarks that ..., adding that ...", "told reporters ..., adding": the medium of the verb that it goes on from."""
    cue, over = candidate.cue, tree.heads[candidate.cue]
    if tree.lemmas[cue] not in GOES_ON or tree.deps[cue] not in {"advcl", "conj"} or tree.pos[over] != "VERB":
        return None
    return _of_clause(tree, over, said) or _told(tree, over, said)


def _of_scene(tree: Tree, candidate: Candidate) -> Medium | None:
    """ "In the video, Doe hugs her son. “How are you?” he asks": speech between marks behind a sentence that begins in a video."""
    cue = candidate.cue
    if not candidate.content or any(tree.inside[first] < 0 for first, _ in candidate.content):
        return None
    for prep in range(cue, -1, -1):
        apart = tree.sentences[cue] - tree.sentences[prep]
        begins = prep == 0 or tree.sentences[prep - 1] != tree.sentences[prep]
        if apart > SCENE:
            return None
        if apart and begins and tree.lower[prep] == "in":
            noun = tree.child(prep, "pobj")
            return _medium(tree, (tree.edges[noun][0], noun + 1)) if noun is not None and tree.lower[noun] in SCENES else None
    return None
