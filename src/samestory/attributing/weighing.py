"""How likely a candidate is a quotation: a logistic regression over what can be seen of it.

A tree and a candidate come in; a probability goes out. The weights were learnt from annotated news by
`training/quotations/train.py` (there: data, seed, scores); only words and their weights are kept, no sentence.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from functools import lru_cache
from importlib import resources

from samestory.attributing import speech
from samestory.attributing.candidates import Candidate
from samestory.attributing.tree import Tree

WEIGHTS = "quotation_weights.json"
PRONOUNS = {
    "i": "me", "we": "us", "you": "you", "he": "he", "she": "he", "they": "they", "it": "it", "who": "who", "that": "which",
    "which": "which", "this": "it", "his": "he", "her": "he", "their": "they", "its": "it", "my": "me", "our": "us", "your": "you",
    "one": "one", "someone": "one", "nobody": "one", "anyone": "one", "everyone": "one", "many": "some", "some": "some", "others": "some",
    "those": "those", "there": "there", "what": "which",
}  # fmt: skip
LENGTHS = (1, 2, 3, 4, 6, 9, 14, 20, 30, 50)


@lru_cache(maxsize=1)
def _weights() -> dict[str, float]:
    text = resources.files("samestory.attributing").joinpath(WEIGHTS).read_text(encoding="utf-8")
    loaded: dict[str, float] = json.loads(text)["weights"]
    return loaded


@lru_cache(maxsize=1)
def cues() -> frozenset[str]:
    """The lemmas that were ever seen as a cue."""
    text = resources.files("samestory.attributing").joinpath(WEIGHTS).read_text(encoding="utf-8")
    return frozenset(json.loads(text)["cues"])


def probability(tree: Tree, candidate: Candidate) -> float:
    """Between 0 and 1, from the training's view of news."""
    weights = _weights()
    total = weights["bias"] + sum(weights.get(feature, 0.0) for feature in features(tree, candidate))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def features(tree: Tree, c: Candidate) -> Iterator[str]:
    """What can be seen of a candidate, as words."""
    frame = c.frame
    lemma = speech.FORMS.get(tree.lower[c.cue], tree.lemmas[c.cue]) if c.stretch >= 0 else tree.lemmas[c.cue]
    who = _who(tree, c)
    shape = _shape(tree, c)
    quoted = _quoted(tree, c)
    lead = f"{lemma}|{frame}"
    yield from ("L=" + lemma, "F=" + frame, "LF=" + lead, "W=" + c.way, f"FW={frame}|{c.way}", "S=" + who, f"FS={frame}|{who}")
    yield from (f"LS={lemma}|{who}", "O=" + shape, f"FO={frame}|{shape}", f"LFO={lead}|{shape}", f"Q={quoted}", f"FQ={frame}|{quoted}")
    yield from (f"LQ={lemma}|{quoted}", f"LFQ={lead}|{quoted}")
    if c.source is not None:
        yield "SL=" + _word(tree, c.source)
        yield f"SN={_bucket(sum(b - a for a, b in c.words))}"
    size = _bucket(sum(b - a for a, b in c.content))
    yield from (f"N={size}", f"FN={frame}|{size}", f"P={len(c.content)}", f"FP={frame}|{len(c.content)}")
    form = _form(tree, c.cue)
    yield from (f"T={form}", f"LT={lemma}|{form}", f"D={tree.deps[c.cue]}", f"FD={frame}|{tree.deps[c.cue]}")
    yield from _around(tree, c)
    if c.stretch >= 0:
        yield from _marks(tree, c)


def _word(tree: Tree, i: int) -> str:
    """The lemma, or for a name only what kind of name it is: the weights shall know no names."""
    return f"name:{tree.kinds[i]}" if tree.pos[i] == "PROPN" or tree.kinds[i] in {"PERSON", "GPE", "ORG", "NORP"} else tree.lemmas[i]


def _bucket(n: int) -> int:
    return next((size for size in LENGTHS if n <= size), 99)


def _who(tree: Tree, c: Candidate) -> str:
    """What kind of source it is."""
    if c.source is None:
        return "nobody"
    i = c.source
    if tree.pos[i] == "PRON" or tree.lower[i] in PRONOUNS:
        return PRONOUNS.get(tree.lower[i], "pronoun")
    if tree.kinds[i]:
        return tree.kinds[i]
    return tree.tags[i]


def _shape(tree: Tree, c: Candidate) -> str:
    """How the content begins and what kind of word heads it."""
    head = c.head
    mark = next((tree.lower[k] for k in tree.kids[head] if k < head and tree.deps[k] == "mark"), "")
    if not mark:
        first = c.content[0][0]
        mark = "wh" if tree.tags[first] in {"WP", "WRB", "WDT"} else ""
    if c.frame.endswith("prep") or c.frame == "prep":
        mark = tree.lower[tree.heads[head]]
    subject = "+s" if any(tree.deps[k] in {"nsubj", "nsubjpass"} for k in tree.kids[head]) else ""
    return f"{mark}:{tree.tags[head][:2] if tree.pos[head] != 'PRON' else 'PRON'}{subject}"


def _quoted(tree: Tree, c: Candidate) -> str:
    """How much of the content stands between marks, and whether the cue does."""
    tokens = [i for first, last in c.content for i in range(first, last)]
    share = sum(tree.inside[i] >= 0 for i in tokens) / len(tokens)
    part = "all" if share > 0.95 else "none" if share == 0 else "most" if share > 0.5 else "some"
    if tree.inside[c.cue] >= 0:
        return "cue-" + part
    return part


def _form(tree: Tree, cue: int) -> str:
    """Tense, modal and negation of the cue."""
    tag = tree.tags[cue]
    helpers = [tree.lower[k] for k in tree.kids[cue] if tree.deps[k] in {"aux", "auxpass"}]
    modal = next(
        (h for h in helpers if h in {"to", "will", "would", "could", "should", "may", "might", "must", "can", "did", "do", "does"}), ""
    )
    negated = "-not" if any(tree.deps[k] == "neg" for k in tree.kids[cue]) else ""
    return f"{modal}{'+' if helpers and not modal else ''}{tag}{negated}"


def _around(tree: Tree, c: Candidate) -> Iterator[str]:
    """What stands beside the cue."""
    cue = c.cue
    kids = {tree.deps[k] for k in tree.kids[cue]}
    for dep in ("ccomp", "dobj", "xcomp", "prep", "advcl", "prt", "dative", "oprd"):
        if dep in kids:
            yield f"F+{c.frame}|{dep}"
    for k in tree.kids[cue]:
        if tree.deps[k] == "mark" or (tree.deps[k] == "advmod" and tree.tags[k] == "WRB"):
            yield f"M={tree.lower[k]}"
        elif tree.deps[k] == "prt":
            yield f"LP={tree.lemmas[cue]}|{tree.lower[k]}"
    head = tree.heads[cue]
    yield f"HP={tree.pos[head]}" if head != cue else "HP=root"
    if tree.deps[cue] == "xcomp":
        yield f"HL={tree.lemmas[head]}"
    if c.frame.startswith("noun"):
        yield f"ND={c.frame}|{tree.deps[cue]}"
        yield f"NV={tree.lemmas[head]}"
        yield f"NO={c.frame}|{_word(tree, c.head)}"
    elif c.frame in {"dobj", "prep", "dobj+prep", "passive", "dobj>prep", "xcomp"}:
        yield f"OL={c.frame}|{_word(tree, c.head)}"
    yield "B=" + ("start" if cue == 0 else tree.lower[cue - 1] if not tree.words[cue - 1].isalnum() else "word")
    if c.source is not None:
        yield f"G={'after' if c.source > cue else 'before'}{_bucket(abs(c.source - cue))}"


def _marks(tree: Tree, c: Candidate) -> Iterator[str]:
    """For a candidate built on quotation marks: how the cue stands to them."""
    first, last = c.content[0]
    gap = c.cue - last if c.cue >= last else first - c.cue
    side = c.frame
    inner = range(first + 1, last - 1)
    ending = tree.words[last - 2] if last - 2 > first else ""
    yield from (f"QG={side}|{_bucket(gap + 1)}", f"QE={side}|{ending if not ending.isalnum() else 'word'}")
    yield f"QV={side}|{any(tree.pos[i] in {'VERB', 'AUX'} for i in inner)}"
    before = tree.words[first - 1] if first else "start"
    yield f"QB={side}|{before if not before.isalnum() else 'word'}"
    after = tree.words[last] if last < len(tree) else "end"
    yield f"QA={side}|{after if not after.isalnum() else 'word'}"
    yield f"QC={side}|{tree.words[first + 1][:1].isupper() if first + 1 < last else False}"
    between = range(last, c.cue) if c.cue >= last else range(c.cue + 1, first)
    yield f"QX={side}|{sum(tree.pos[i] == 'VERB' for i in between)}"
    yield f"QL={tree.lemmas[c.cue]}|{_bucket(gap + 1)}"
    yield f"QK={side}|{'closed' if tree.stretches[c.stretch].closed else 'open'}"
