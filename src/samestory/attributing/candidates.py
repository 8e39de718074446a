"""Whatever could be a quotation by its grammar or its marks: cue, content, source - to be weighed elsewhere.

A tree comes in; candidates go out, far more than there are quotations. Each says by which `frame` it was built.
Nothing is decided here, and no word list is used but for the frames that need one ("according to").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from samestory.attributing import sources, speech
from samestory.attributing.tree import Run, Tree

REST = frozenset({"prep", "oprd", "xcomp", "acomp", "advcl", "ccomp", "attr", "dobj", "dative"})  # what can complete an object
TOLD = frozenset({"tell", "inform", "assure", "remind", "warn", "notify"})  # their object hears it and is no part of it
SEEMING = frozenset({"seem", "appear", "look", "sound"})
LONGEST_REACH = 30  # tokens between a quotation's marks and its cue
LONGEST_PHRASE = 8  # words of a plain phrase between closing mark and verb
PHRASE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """One reading of a cue: token indexes of its tree."""

    frame: str
    cue: int  # the head word of the cue
    content: tuple[Run, ...]
    head: int  # the head word of the content
    source: int | None  # the head word of the source
    way: str  # how the source was found
    words: tuple[Run, ...]  # of the source
    stretch: int = -1  # the quotation's number, for the frames built on marks
    cue_words: Run | None = None  # where somebody else than the tree says which words the cue has


def find(tree: Tree, cues: frozenset[str] | None = None) -> Iterator[Candidate]:
    """Every candidate of a paragraph; with `cues`, only those whose cue is one of these lemmas."""
    for i in range(len(tree)):
        if cues is not None and tree.lemmas[i] not in cues:
            continue
        if tree.pos[i] in {"VERB", "AUX"} or (tree.kids[i] and tree.deps[i] == "ROOT" and tree.pos[i] not in {"NOUN", "PUNCT", "SPACE"}):
            yield from _of_verb(tree, i)
        elif tree.pos[i] == "NOUN" and tree.kids[i]:
            yield from _of_noun(tree, i)
        elif tree.lower[i] == ":":
            yield from _of_colon(tree, i)
        elif tree.pos[i] in {"ADP", "SCONJ"} and tree.lower[i] in {"per", "to"}:
            yield from _of_preposition(tree, i)
    yield from _of_marks(tree, cues)


def _candidate(tree: Tree, frame: str, cue: int, content: range | list[int], head: int) -> Candidate | None:
    source, way = sources.of_noun(tree, cue) if tree.pos[cue] == "NOUN" else sources.of_verb(tree, cue)
    return _with_source(tree, frame, cue, content, (head, source, way))


def _with_source(tree: Tree, frame: str, cue: int, content: range | list[int], found: tuple[int, int | None, str]) -> Candidate | None:
    head, source, way = found
    if source is not None and source in content and tree.edges[source][0] <= cue < tree.edges[source][1]:
        source, way = None, "none"
    words = (sources.phrase(tree, source, cue),) if source is not None else ()
    taken = {i for first, last in words for i in range(first, last)} | set(cue_tokens(tree, cue))
    runs = tree.runs(i for i in content if i not in taken)
    if not runs:
        return None
    return Candidate(frame, cue, runs, head, source, way, words)


def cue_tokens(tree: Tree, cue: int) -> list[int]:
    """The cue with its auxiliaries, negation, particle and the adverbs that stand next to it."""
    parts = {k for k in tree.kids[cue] if tree.deps[k] in {"aux", "auxpass", "neg", "prt", "advmod"}}
    found = [cue]
    while found[0] - 1 in parts and tree.tags[found[0] - 1] not in {"WRB", "WP"}:
        found.insert(0, found[0] - 1)
    while found[-1] + 1 in parts and tree.deps[found[-1] + 1] in {"prt", "neg", "advmod"}:
        found.append(found[-1] + 1)
    return found


def _of_verb(tree: Tree, verb: int) -> Iterator[Candidate]:
    made = [*_complements(tree, verb), *_objects(tree, verb), *_others(tree, verb), *_subjects(tree, verb), *_hosts(tree, verb)]
    yield from (c for c in made if c is not None)


def _reach(tree: Tree, i: int) -> range:
    return range(*tree.edges[i])


def _complements(tree: Tree, verb: int) -> Iterator[Candidate | None]:
    for kid in tree.children(verb, "ccomp", "xcomp", "acomp", "attr", "oprd"):
        dep = tree.deps[kid]
        if dep in {"ccomp", "xcomp"}:
            yield _candidate(tree, dep, verb, _reach(tree, kid), kid)
        for inner in tree.children(kid, "ccomp", "dobj", "xcomp", "prep"):
            if tree.deps[inner] != "prep":
                yield _candidate(tree, f"{dep}>{tree.deps[inner]}", verb, _reach(tree, inner), inner)
            else:
                for last in tree.children(inner, "pobj", "pcomp"):
                    yield _candidate(tree, f"{dep}>prep", verb, _reach(tree, last), last)


def _objects(tree: Tree, verb: int) -> Iterator[Candidate | None]:
    for kid in tree.children(verb, "dobj", "oprd"):
        yield _candidate(tree, tree.deps[kid], verb, _reach(tree, kid), kid)
        told = tree.lemmas[verb] in TOLD and any(tree.deps[k] == "ccomp" and k > kid for k in tree.kids[verb])
        rest = [k for k in tree.kids[verb] if k > kid and tree.deps[k] in REST] if not told else []
        if rest and tree.deps[kid] == "dobj":
            tokens = range(tree.edges[kid][0], max(tree.edges[k][1] for k in rest))
            yield _candidate(tree, "dobj+" + tree.deps[rest[-1]], verb, tokens, kid)
            if len(rest) > 1:
                yield _candidate(tree, "dobj+1" + tree.deps[rest[0]], verb, range(tree.edges[kid][0], tree.edges[rest[0]][1]), kid)
        for inner in tree.children(kid, "acl", "relcl", "prep", "ccomp"):
            if tree.deps[inner] != "prep":
                yield _candidate(tree, "dobj>" + tree.deps[inner], verb, _reach(tree, inner), inner)
                continue
            for last in tree.children(inner, "pobj", "pcomp"):
                yield _candidate(tree, "dobj>prep", verb, _reach(tree, last), last)


def _others(tree: Tree, verb: int) -> Iterator[Candidate | None]:
    for prep in tree.children(verb, "prep", "dative", "agent"):
        for kid in tree.children(prep, "pobj", "pcomp"):
            yield _candidate(tree, "prep", verb, _reach(tree, kid), kid)
            # "said in a statement that ...": the parser hangs the clause on the noun before it.
            for clause in tree.children(kid, "acl", "ccomp", "relcl") if tree.lemmas[verb] in speech.VERBS else ():
                if tree.lower[tree.edges[clause][0]] == "that":
                    yield _candidate(tree, "ccomp", verb, _reach(tree, clause), clause)
    for kid in tree.children(verb, "advcl"):
        if kid > verb:
            yield _candidate(tree, "advcl", verb, _reach(tree, kid), kid)


def _subjects(tree: Tree, verb: int) -> Iterator[Candidate | None]:
    passive = tree.child(verb, "nsubjpass")
    rest = [k for k in tree.kids[verb] if k > verb and tree.deps[k] in {"xcomp", "oprd", "prep", "ccomp", "acomp", "attr"}]
    if passive is not None:
        yield _candidate(tree, "passive", verb, _reach(tree, passive), passive)
        if rest:
            tokens = [*_reach(tree, passive), *range(tree.edges[rest[0]][0], max(tree.edges[k][1] for k in rest))]
            yield _candidate(tree, "passive+" + tree.deps[rest[0]], verb, tokens, passive)
    subject = tree.child(verb, "nsubj", "csubj")
    if subject is not None and rest and tree.lemmas[verb] in SEEMING:
        tokens = [*_reach(tree, subject), *range(tree.edges[rest[0]][0], max(tree.edges[k][1] for k in rest))]
        yield _with_source(tree, "seems", verb, tokens, (subject, None, "none"))


def _hosts(tree: Tree, verb: int) -> Iterator[Candidate | None]:
    """The clause that the cue is set into: "It rains, he says, in Doe", "as he says", "according to him"."""
    dep, host = tree.deps[verb], tree.heads[verb]
    if dep in {"parataxis", "advcl", "ccomp", "prep", "dep"} and host != verb:
        own = set(_reach(tree, verb))
        tokens = [i for i in _reach(tree, host) if i not in own]
        if dep == "prep" or tree.lower[verb] == "according":
            to = tree.child(verb, "prep")
            who = tree.child(to, "pobj") if to is not None else tree.child(verb, "pobj")
            yield _with_source(tree, "according", verb, tokens, (host, who, "according"))
            sentence = [i for i in range(*tree.sentence(verb)) if i not in own]
            if len(sentence) > len(tokens) + 1:
                yield _with_source(tree, "according-sentence", verb, sentence, (host, who, "according"))
        else:
            yield _candidate(tree, "host-" + dep, verb, tokens, host)


def _of_noun(tree: Tree, noun: int) -> Iterator[Candidate]:
    made: list[Candidate | None] = []
    for kid in tree.children(noun, "acl", "ccomp", "appos"):
        if kid > noun:
            made.append(_candidate(tree, "noun-" + tree.deps[kid], noun, _reach(tree, kid), kid))
    for prep in tree.children(noun, "prep"):
        for kid in tree.children(prep, "pobj", "pcomp"):
            made.append(_candidate(tree, "noun-prep", noun, _reach(tree, kid), kid))
    verb = tree.heads[noun]
    if tree.deps[noun] == "nsubj" and tree.lemmas[verb] == "be":
        for kid in tree.children(verb, "ccomp", "attr", "xcomp"):
            made.append(_candidate(tree, "noun-is", noun, _reach(tree, kid), kid))
    yield from (c for c in made if c is not None)


def _of_colon(tree: Tree, colon: int) -> Iterator[Candidate]:
    """ "Ann Doe: It rains": what stands before on the line is the source."""
    first, end = tree.sentence(colon)
    before = tree.runs(range(first, colon))
    after, same = list(range(colon + 1, len(tree))), list(range(colon + 1, end))
    for frame, tokens in (("colon", same), ("colon-all", after if len(after) > len(same) else [])):
        runs = tree.runs(tokens)
        if runs and before and colon - before[0][0] <= LONGEST_REACH:
            head = next((i for i in range(*before[0]) if not before[0][0] <= tree.heads[i] < before[0][1]), before[0][0])
            yield Candidate(frame, colon, runs, runs[0][0], head, "colon", before)


def _of_preposition(tree: Tree, prep: int) -> Iterator[Candidate]:
    """ "per CTV News", and "according to" where the parser keeps it in one."""
    who, host = tree.child(prep, "pobj"), tree.heads[prep]
    if who is None or host == prep or (tree.lower[prep] == "to" and (prep == 0 or tree.lower[prep - 1] != "according")):
        return
    if tree.lemmas[host] == "accord":
        return
    own = set(_reach(tree, prep))
    made = _with_source(tree, "per", prep, [i for i in _reach(tree, host) if i not in own], (host, who, "according"))
    if made:
        yield made


def _of_marks(tree: Tree, cues: frozenset[str] | None) -> Iterator[Candidate]:
    """Quotation marks with a verb near them: after the closing mark, or before the opening one."""
    for number, stretch in enumerate(tree.stretches):
        first, last = tree.run_of(stretch)
        if last - first < 3:
            continue
        for verb in _verbs_after(tree, last, number):
            yield from _quoted(tree, "marks-after", verb, number, cues)
        for verb in _verbs_before(tree, first, number):
            yield from _quoted(tree, "marks-before", verb, number, cues)


def _quoted(tree: Tree, frame: str, verb: int, number: int, cues: frozenset[str] | None) -> Iterator[Candidate]:
    spoken = tree.lower[verb] in speech.FORMS
    if cues is not None and tree.lemmas[verb] not in cues and not spoken:
        return
    first, last = tree.run_of(tree.stretches[number])
    words: tuple[Run, ...] = ()
    source, way = (sources.of_noun if tree.pos[verb] == "NOUN" and not spoken else sources.of_verb)(tree, verb)
    beside = _beside(tree, verb, last) if frame == "marks-after" and spoken else None
    if beside and (source is None or not beside[0] <= source < beside[1]):
        source, way, words = beside[1] - 1, "beside", (beside,)
    elif source is None or tree.inside[source] == number:
        near = _nearest_name(tree, verb, number)
        source, way = (near, "near") if near is not None else (None, "none")
    if source is not None and not words:
        words = (sources.phrase(tree, source, verb),)
    yield Candidate(frame, verb, ((first, last),), first, source, way, words, number)


def _beside(tree: Tree, verb: int, after: int) -> Run | None:
    """The words between the closing mark and the verb, where they are one plain phrase: "the 9-year-old asks"."""
    between = range(after, verb)
    plain = all(tree.pos[i] in PHRASE or tree.words[i] == "-" for i in between)
    return (after, verb) if 0 < len(between) <= LONGEST_PHRASE and plain else None


def _nearest_name(tree: Tree, verb: int, number: int) -> int | None:
    """Where the parser gives no subject: the noun right beside the verb, outside the marks."""
    for i in (verb - 1, verb + 1, verb - 2, verb + 2):
        if 0 <= i < len(tree) and tree.inside[i] != number and tree.pos[i] in {"PROPN", "PRON"}:
            top = i
            while tree.deps[top] == "compound" and tree.inside[tree.heads[top]] != number and tree.heads[top] != verb:
                top = tree.heads[top]
            return top
    return None


def _verbs_after(tree: Tree, last: int, number: int) -> list[int]:
    sentence = tree.sentences
    found = []
    for i in range(last, min(len(tree), last + LONGEST_REACH)):
        if tree.inside[i] not in {-1, number} or (i > last and sentence[i] != sentence[min(last, len(tree) - 1)]):
            break
        if tree.pos[i] in {"VERB", "AUX"} or (tree.lower[i] in speech.FORMS and i - last <= LONGEST_PHRASE):
            found.append(i)
    return found[:4]


def _verbs_before(tree: Tree, first: int, number: int) -> list[int]:
    found = []
    for i in range(first - 1, max(-1, first - LONGEST_REACH), -1):
        if tree.inside[i] not in {-1, number} or (tree.sentences[i] != tree.sentences[first - 1]):
            break
        if tree.pos[i] in {"VERB", "NOUN", "AUX"} or tree.lower[i] in speech.FORMS:
            found.append(i)
    return found[:5]
