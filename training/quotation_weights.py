"""Learns the weights of `samestory/attributing/quotation_weights.json`: how likely a candidate is a quotation.

    .venv/bin/pip install scikit-learn      (for training only)
    .venv/bin/python training/quotation_weights.py ../shared/data/attribution/polnear_train.jsonl.gz

Data: PolNeAR train, 840 articles; its rows and sentences stay outside the project, only words (lemmas, grammar labels)
and their weights are kept; names are replaced by what kind of name they are. A candidate is right where its content and
its source both overlap those of one gold attribution (IoU >= .5, letters and digits only: the measure of eval/score.py).
Logistic regression, L1, C .5, features seen at least 4 times, no randomness but liblinear's own (seed 0).

Scores of who said what, first 700 articles for training, last 140 held out, before quotations are joined:

    | C, penalty | weights | F1 at .35 on the 140 |
    |---|---|---|
    | .3, L2 | 57,663 | 62.4 |
    | 1, L1 | 9,400 | 62.0 |
    | .5, L1 | 4,720 | 61.6 |
    | .4, L1 | 3,681 | 61.3 |

The weights shipped are learnt on all 840. Takes 12 minutes on two busy cores.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from samestory import language
from samestory.attributing import candidates, marks, weighing
from samestory.attributing.tree import Run, Tree
from samestory.model import Article, Block, Span
from samestory.text import lines

TARGET = Path(__file__).parent.parent / "src/samestory/attributing" / weighing.WEIGHTS
SEEN = 4  # fewer and a feature is left out
SMALLEST = 0.015  # weights nearer to 0 are left out: no change of F1
CUE_SEEN, CUE_SHARE = 2, 0.01  # a lemma is a cue if it was one twice, and in one of a hundred of its candidates
OVERLAP = 0.5

LEFT_OUT = {"trump"}  # a name that the language model takes for a verb: the weights shall know no names

Letters = frozenset[int]


def letters(text: str, spans: list[list[int]]) -> Letters:
    return frozenset(i for start, end in spans for i in range(start, end) if text[i].isalnum())


def overlap(a: Letters, b: Letters) -> float:
    return len(a & b) / len(a | b) if a or b else 0.0


def article(row: dict[str, str]) -> Article:
    text, key = row["text"], row["id"]
    blocks = tuple(Block(Span(key, start, end), "body", "line") for start, end in lines(text))
    return Article(key, key, None, row["outlet"], None, (), row["date"], "en", text, blocks)


def spans(tree: Tree, runs: tuple[Run, ...]) -> list[list[int]]:
    return [[span.start, span.end] for span in map(tree.span, runs)]


def samples(path: str) -> Iterator[tuple[list[str], bool]]:
    """The features of every candidate, and whether it is right."""
    with gzip.open(path, "rt", encoding="utf-8") as rows:
        for row in map(json.loads, rows):
            made = article(row)
            gold = [(letters(made.text, a["source"]), letters(made.text, a["content"])) for a in row["attributions"] if a["content"]]
            for passage in language.parse(made):
                tree = Tree(passage, marks.stretches(passage.doc.text))
                for c in candidates.find(tree):
                    source, content = letters(made.text, spans(tree, c.words)), letters(made.text, spans(tree, c.content))
                    near = [s for s, g in gold if content & g and overlap(content, g) >= OVERLAP]
                    right = any(overlap(source, s) >= OVERLAP or not (source or s) for s in near)
                    if content:
                        yield sorted(set(weighing.features(tree, c))), right


def learn(rows: list[tuple[list[str], bool]]) -> tuple[list[str], dict[str, float]]:
    """The lemmas that are cues, and the weights of the features."""
    seen = Counter(feature for features, _ in rows for feature in features)
    place = {feature: i for i, feature in enumerate(sorted(f for f, n in seen.items() if n >= SEEN))}
    columns = [[place[f] for f in features if f in place] for features, _ in rows]
    ends = np.cumsum([0] + [len(c) for c in columns])
    table = csr_matrix((np.ones(ends[-1]), np.concatenate(columns), ends), shape=(len(rows), len(place)))
    model = LogisticRegression(C=0.5, l1_ratio=1, solver="liblinear", max_iter=200, random_state=0)
    model.fit(table, [right for _, right in rows])
    weights = {f: round(float(model.coef_[0][i]), 3) for f, i in place.items() if abs(model.coef_[0][i]) >= SMALLEST}
    weights = {f: weight for f, weight in weights.items() if not LEFT_OUT & set(re.split("[=|]", f))}
    lemmas = [(next(f[2:] for f in features if f.startswith("L=")), right) for features, right in rows]
    every, good = Counter(lemma for lemma, _ in lemmas), Counter(lemma for lemma, right in lemmas if right)
    cues = sorted(lemma for lemma, n in good.items() if n >= CUE_SEEN and n / every[lemma] >= CUE_SHARE and lemma not in LEFT_OUT)
    return cues, {**dict(sorted(weights.items())), "bias": round(float(model.intercept_[0]), 3)}


def main() -> None:
    cues, weights = learn(list(samples(sys.argv[1])))
    TARGET.write_text(json.dumps({"cues": cues, "weights": weights}, ensure_ascii=False, indent=0), encoding="utf-8")


if __name__ == "__main__":
    main()
