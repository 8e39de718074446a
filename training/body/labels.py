"""What the network of `reading/body.py` learns from: the lines of saved pages as numbers, and which of them are body.

    python training/body/labels.py ../shared/data/extraction OUT.pkl

aeb has the whole text of each article: a line is body where three of four of its words stand, in order, in that text. `pages`
names only some sentences that belong to the article and some that do not: its other lines are labelled by what three
extractors agree on (trafilatura, readability, resiliparse), and the sentences named weigh more.
Needs: pip install trafilatura readability-lxml.
"""

from __future__ import annotations

import gzip
import json
import logging
import pickle
import re
import sys
from pathlib import Path

import numpy as np
import trafilatura
from rapidfuzz.distance import LCSseq
from readability import Document
from resiliparse.extract.html2text import extract_plain_text

from samestory.reading import body, clues, encoding, layout, metadata, page, signs

SHARE = 0.75  # of a line's words that must stand in the text of the article
SURE = 40.0  # what a line weighs in addition, in words, that the gold names itself
WORD = re.compile(r"\w+")
logging.disable(logging.CRITICAL)


def words(text: str) -> list[str]:
    return WORD.findall(text.casefold())


def squeezed(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().casefold()


def standing(lines: list[str], text: str) -> np.ndarray:
    """The share of each line's words that stand, in order, in a text."""
    split = [words(line) for line in lines]
    flat = [word for line in split for word in line]
    found = np.zeros(len(flat) + 1)
    for block in LCSseq.opcodes(flat, words(text)):
        if block.tag == "equal":
            found[block.src_start : block.src_end] = 1
    shares, at = [], 0
    for line in split:
        shares.append(found[at : at + len(line)].mean() if line else 0.0)
        at += len(line)
    return np.array(shares)


def kept_by_extractors(markup: str) -> list[str]:
    """What each extractor keeps of a page, as text."""
    texts = [trafilatura.extract(markup, fast=True, include_comments=False) or ""]
    try:
        kept = layout.lines(layout.parse(Document(markup).summary(html_partial=True)))
        texts.append("\n".join(line.text for line in kept))
    except Exception:  # it has no errors of its own: any page it fails on has no vote of it
        texts.append("")
    texts.append(extract_plain_text(markup, main_content=True, alt_texts=False))
    return [text for text in texts if len(words(text)) >= body.LEAST_WORDS]


def agreed(markup: str, lines: list[str]) -> np.ndarray:
    votes = [standing(lines, text) >= SHARE for text in kept_by_extractors(markup)]
    if not votes:
        return np.zeros(len(lines), bool)
    return np.sum(votes, axis=0) > len(votes) / 2 if len(votes) < 3 else np.sum(votes, axis=0) >= 2


def example(markup: str, gold: dict[str, object]) -> dict[str, object]:
    tree = layout.parse(markup)
    found = layout.lines(tree)
    lines = [line.text for line in found]
    _, headline = page._headline(found, metadata.find(tree).title)
    weight = np.array([max(1.0, len(words(line))) for line in lines])
    if "body" in gold:
        label = standing(lines, str(gold["body"])) >= SHARE
    else:
        label = agreed(markup, lines) & np.array([signs.look(line) is None for line in lines], bool)
        for at, line in enumerate(map(squeezed, lines)):
            for name, truth in (("must_have", True), ("must_not_have", False)):
                if any(wanted and wanted in line for wanted in map(squeezed, gold[name])):  # type: ignore[arg-type]
                    label[at], weight[at] = truth, weight[at] + SURE
    if headline is not None:
        label[headline] = False
    near = body.candidates(found)
    at = next((place for place, number in enumerate(near) if number >= headline), None) if headline is not None else None
    shown, rows = clues.rows([found[number] for number in near], at) if near else ([], np.zeros((0, len(clues.NAMES)), np.float32))
    near = [near[place] for place in shown]
    return {
        "rows": rows,
        "label": label[near].astype(np.float32),
        "weight": weight[near].astype(np.float32),
        "near": near,
        "lines": lines,
        "headline": headline,
        "gold": gold,
    }


def main() -> None:
    folder, out = Path(sys.argv[1]), Path(sys.argv[2])
    found = {}
    for name in ("aeb", "pages"):
        with gzip.open(folder / name / "gold.jsonl.gz", "rt", encoding="utf-8") as rows:
            for row in rows:
                gold = json.loads(row)
                markup = encoding.decode(gzip.decompress((folder / name / "html" / f"{gold['id']}.html.gz").read_bytes()))
                found[f"{name}/{gold['id']}"] = example(markup, gold)
    out.write_bytes(pickle.dumps({"names": clues.NAMES, "groups": tuple(clues._GROUPS), "pages": found}))


if __name__ == "__main__":
    main()
