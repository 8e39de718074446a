"""The model of attribution, and the door to the library that runs it.

An article and its passages come in; proposals go out: a cue with its source and its content, and how likely the
whole is right. Who a source is, kinds, media, credits and silences are not decided here. How the model was made and
what it can do is told in training/attribution/README.md.
"""

from __future__ import annotations

import math
import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from samestory.attributing.decoding import Cue, Linked, Numbers, Run, cues, distances, links
from samestory.attributing.windows import Window, load_tokenizer, pack, units
from samestory.language import Passage
from samestory.model import Article, Span

if TYPE_CHECKING:
    from tokenizers import Tokenizer

WEIGHTS = Path(__file__).parent / "weights"
FILES = ("encoder.onnx", "linker.onnx")
NARROW = 128  # width of the linker's states
LIMIT = 128  # pieces of a window that several paragraphs share
CUES_AT_ONCE = 4  # a fifth less time than 16, and less padding
LIKELY = 0.3  # proposals below are dropped; on the held-out tenth F1 of who said what is level from .3 to .45
# One plain word before the full stop that the content stops short of ("she had not heard a horn | either."); on the held-out tenth
# three of six such contents become right with it, and none wrong.
LAST_WORD = re.compile(r"[ \u00a0][a-z’'-]+(?=[.!?](?:[\s”\"]|$))")


@dataclass(frozen=True, slots=True)
class Proposal:
    """An attribution as the model sees it."""

    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    source: tuple[Span, ...]
    score: float  # how often such a proposal is right, measured on the held-out tenth of the train set


@dataclass(frozen=True, slots=True)
class _Model:
    tokenizer: Tokenizer
    encoder: Any  # onnxruntime.InferenceSession, which has no types
    linker: Any


@dataclass(frozen=True, slots=True)
class _Found:
    """A cue of a window, before what belongs to it is known."""

    window: Window
    narrow: Numbers
    cue: Cue
    paragraph: Run


@dataclass(frozen=True, slots=True)
class Answer:
    """A cue of a window with what belongs to it, in pieces."""

    window: Window
    cue: Cue
    linked: Linked


def at_hand() -> bool:
    """Whether the model and the libraries that run it are installed."""
    return bool(find_spec("onnxruntime") and find_spec("tokenizers")) and (WEIGHTS / "encoder.onnx").exists()


@lru_cache(maxsize=1)
def _model() -> _Model:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1  # articles run side by side, and one thread gives the same bytes everywhere
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    encoder, linker = (
        # in files as narrow as the linker's, operations put together cost a tenth more than apart
        onnxruntime.InferenceSession(WEIGHTS / name, options, providers=["CPUExecutionProvider"], disabled_optimizers=disabled)
        for name, disabled in zip(FILES, ([], ["SkipLayerNormFusion", "BiasGeluFusion"]), strict=True)
    )
    return _Model(load_tokenizer(WEIGHTS / "tokenizer.json"), encoder, linker)


def propose(article: Article, passages: Sequence[Passage]) -> tuple[Proposal, ...]:
    """The attributions that the model finds in the article, in the order of their cues."""
    paragraphs = [(passage.start, passage.text) for passage in passages]
    weighed = ((answer, likelihood(answer)) for answer in answers(paragraphs) if answer.linked.content)
    found = [_proposal(article, answer, score) for answer, score in weighed if score >= LIKELY]
    return tuple(sorted(found, key=lambda proposal: (proposal.cue, proposal.content)))


def answers(paragraphs: Sequence[tuple[int, str]]) -> Iterator[Answer]:
    """Every cue of the paragraphs, given as (first character, text), likely or not; none twice."""
    found: list[_Found] = []
    for window in pack(list(units(_model().tokenizer, paragraphs)), LIMIT):
        # one window at a time: as fast a piece as many at once, and nothing is spent on padding
        tags, narrow = _model().encoder.run(None, {"ids": np.array([window.ids], np.int64)})
        found += [_Found(window, narrow[0], cue, window.paragraph(cue.run[0])) for cue in cues(tags, [window.owned])]
    found.sort(key=lambda one: one.paragraph[1] - one.paragraph[0])  # paragraphs of like length together: less padding
    made = (answer for first in range(0, len(found), CUES_AT_ONCE) for answer in _linked(found[first : first + CUES_AT_ONCE]))
    best: dict[tuple[Run, ...], Answer] = {}
    for answer in made:
        place = answer.window.places[answer.linked.cue[0]], answer.window.places[answer.linked.cue[1] - 1]
        if place not in best or answer.cue.chance > best[place].cue.chance:
            best[place] = answer
    yield from best.values()


def _linked(found: Sequence[_Found]) -> Iterator[Answer]:
    """The linker's answers for some cues, each within the window's first mark and its own paragraph."""
    length = 1 + max(end - start for start, end in (one.paragraph for one in found))
    states, mask = np.zeros((len(found), length, NARROW), np.float32), np.zeros((len(found), length), np.int32)
    distance = np.zeros((len(found), length), np.int64)
    for row, one in enumerate(found):
        start, end = one.paragraph
        places = [0, *range(start, end)]
        states[row, : len(places)] = one.narrow[places, :NARROW]
        mask[row, : len(places)] = 1
        distance[row, : len(places)] = distances(end, [one.cue.run])[0, places]
    runs = [(one.cue.run[0] - one.paragraph[0] + 1, one.cue.run[1] - one.paragraph[0] + 1) for one in found]
    means = np.stack([one.narrow[slice(*one.cue.run), NARROW:].mean(axis=0) for one in found])
    given = {"states": states, "cue": means, "distance": distance, "mask": mask}
    for one, linked in zip(found, links(_model().linker.run(None, given)[0], mask, runs), strict=True):
        yield Answer(one.window, one.cue, linked.shifted(one.paragraph[0] - 1))


# A logistic regression on the held-out tenth of the train set; training/attribution/calibrate.py prints it.
BIAS = -2.473
WEIGHED = (0.374, 0.158, 0.264, 0.201, 0.188, 0.118)


def evidence(answer: Answer) -> tuple[float, ...]:
    """What tells right answers from wrong ones."""
    cue, linked = answer.cue, answer.linked
    pieces = sum(last - first for first, last in linked.content)
    return (
        odds(cue.chance),
        odds(linked.source_sureness),
        odds(linked.content_sureness),
        math.log1p(pieces),
        float(len(linked.content) > 1),
        float(linked.source is None),
    )


def likelihood(answer: Answer) -> float:
    """How likely source and content are right."""
    return 1 / (1 + math.exp(-BIAS - sum(weight * value for weight, value in zip(WEIGHED, evidence(answer), strict=True))))


def odds(chance: float) -> float:
    """The log odds of a chance, kept within .001 and .999."""
    kept = min(max(chance, 0.001), 0.999)
    return math.log(kept / (1 - kept))


def _proposal(article: Article, answer: Answer, score: float) -> Proposal:
    window, linked = answer.window, answer.linked
    content = [span for run in linked.content for span in _spans(article, window, run)]
    cue = tuple(_spans(article, window, linked.cue))
    source = tuple(_spans(article, window, linked.source)) if linked.source else ()
    missed = LAST_WORD.match(article.text, content[-1].end) if content else None
    if missed and not any(span.start < missed.end() and missed.start() < span.end for span in (*cue, *source)):
        content[-1] = article.span(content[-1].start, missed.end())
    return Proposal(tuple(content), cue, source, round(score, 3))


def _spans(article: Article, window: Window, run: Run) -> Iterator[Span]:
    """The run in characters, to whole words, and broken where it goes over a paragraph's end."""
    start = end = -1
    for first, last in [*(window.places[i] for i in range(*run)), (-1, -1)]:
        if first < 0:
            if end > start:
                yield article.span(*_whole_words(article.text, start, end))
            start = end = -1
        else:
            start, end = (first, last) if start < 0 else (start, last)


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    while start and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
        end += 1
    return start, end
