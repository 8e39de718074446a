"""How many there were so far, by an ordinal: "her second miscarriage", "their fifth child", "pregnant with her second".

A passage comes in; counts of unit "ordinal" go out: the second is at least two. Only of what can be had or happen again, to somebody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from samestory.attributing.needles import Search
from samestory.attributing.numerals import ORDINALS
from samestory.language import Passage
from samestory.model import Fact
from samestory.text import listed

_ORDINAL = Search(rf"\b(?P<word>{'|'.join(ORDINALS)}|\d{{1,3}}(?:st|nd|rd|th))\b (?=[a-z])", re.IGNORECASE)
_BABY = Search(
    rf"\b(?:pregnant with|expecting|gave birth to|welcomed|welcoming|welcome) (?:his|her|their) (?P<word>{'|'.join(ORDINALS)})"
    r"(?= together|[.,;!?]|$| (?:in|on|this|last|next|earlier|with)\b)",
    re.IGNORECASE,
)
# What can happen, or be had, again: "her second miscarriage"
_AGAIN = listed("miscarriage child son daughter baby pregnancy marriage arrest homicide murder death shooting suicide stroke grandchild")
_THIS_YEAR = re.compile(r" (?:\w+ ){0,2}(?:this|in (?:less than |under )?(?:\w+) (?:days|weeks|months|years))\b")


def find(passage: Passage) -> Iterator[Fact]:
    """Her second miscarriage: at least so many; a child may go without saying: "pregnant with her second"."""
    for found in _BABY.finditer(passage.text):
        number = ORDINALS[found["word"].lower()]
        span = passage.chars(*found.span("word"))
        yield Fact("count", "child", number, "ordinal", float(number), float(number), span, None, "count:ordinal")
    for found in _ORDINAL.finditer(passage.text):
        words = passage.doc.char_span(*found.span("word"), alignment_mode="expand")
        if words is None or words.root.head.i <= words.root.i or words.root.head.i - words.root.i > 3:
            continue
        noun = words.root.head
        number = ORDINALS.get(found["word"].lower()) or int(re.sub(r"\D", "", found["word"]) or 0)
        whose = any(t.dep_ == "poss" for t in noun.children) or _THIS_YEAR.match(passage.text, noun.idx + len(noun))
        if noun.lemma_.lower() in _AGAIN and noun.tag_ == "NN" and number > 1 and whose:
            span = passage.chars(*found.span("word"))
            yield Fact("count", noun.lemma_.lower(), number, "ordinal", float(number), float(number), span, None, "count:ordinal")
