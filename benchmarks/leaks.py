"""Counts the pages whose body holds a line that is not the article's, for samestory and for trafilatura in the same run.

    python benchmarks/leaks.py              the counts, as one JSON line
    python benchmarks/leaks.py --list       every line beside, with page, rule and share, for reading by eye
    python benchmarks/leaks.py --judge      the lines that nobody has judged yet, each with the key for leaks_judged.json

A line (a body or heading block; for trafilatura a line of its text) leaks where it has at least three words and less than half of
them stand, four in a row, in the gold body of its page; lines that repeat the page's <h1> or <title> are passed over. The gold
leaves out some of what an article has (standfirsts, captions, lists, who else reported): lines that a person has read and
found to be the article's own stand in leaks_judged.json, by a fingerprint of their words only. Both counts are told: raw, and
after the eye. Nothing of the pages is written into the project.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import logging
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

HERE = Path(__file__).resolve().parent
AEB = HERE.parent.parent / "shared" / "data" / "extraction" / "aeb"
JUDGED = HERE / "leaks_judged.json"
FEWEST_WORDS = 3
ROW = 4  # words that have to stand in the gold one after the other
LEAST = 0.5  # of a line's words
KEPT = ("body", "heading")

# Words; of scripts that set no blanks between words each letter.
_WORD = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]|[^\W\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]+")


@dataclass(frozen=True)
class Leak:
    """A line that the gold body does not have."""

    page: str
    rule: str
    share: float  # of its words that stand in the gold
    words: str

    @property
    def key(self) -> str:
        """The fingerprint of its words."""
        return hashlib.sha256(" ".join(wordlist(self.words)).encode()).hexdigest()[:16]


def wordlist(text: str) -> list[str]:
    """The words of a text, without case, punctuation and apostrophes."""
    return _WORD.findall(re.sub(r"['’]", "", text).casefold())


def share(line: list[str], gold: set[tuple[str, ...]]) -> float:
    """The share of a line's words that stand in the gold in rows of four (or all of a shorter line)."""
    row = min(ROW, len(line))
    covered: set[int] = set()
    for at in range(len(line) - row + 1):
        if tuple(line[at : at + row]) in gold:
            covered.update(range(at, at + row))
    return len(covered) / len(line)


def rows(words: list[str]) -> set[tuple[str, ...]]:
    """All rows of three and four words."""
    return {tuple(words[at : at + length]) for length in (FEWEST_WORDS, ROW) for at in range(len(words) - length + 1)}


def headlines(page: Path) -> set[tuple[str, ...]]:
    """The words of the page's headlines, as a line would repeat them."""
    tree = LexborHTMLParser(gzip.decompress(page.read_bytes()))
    told = [node.text() for node in tree.css("h1")]
    told += [part for node in tree.css("title") for part in (node.text(), *re.split(r"\s+[|–—-]\s+", node.text()))]
    return {tuple(wordlist(one)) for one in told}


# -- those that read -------------------------------------------------------------------------


def ours(page: Path) -> Iterator[tuple[str, str]]:
    """The body and heading lines that samestory reads, with their rules."""
    from samestory.model import Article
    from samestory.reading import read

    for article in read(page):
        if isinstance(article, Article):
            yield from ((block.rule, article.words(block.span)) for block in article.blocks if block.kind in KEPT)


def trafilatura(page: Path) -> Iterator[tuple[str, str]]:
    """The lines of trafilatura's text, with its own settings but for readers' comments, which are left out."""
    yield from _trafilatura(page, precision=False)


def trafilatura_precision(page: Path) -> Iterator[tuple[str, str]]:
    """The same, asked for precision."""
    yield from _trafilatura(page, precision=True)


def _trafilatura(page: Path, *, precision: bool) -> Iterator[tuple[str, str]]:
    from trafilatura import extract

    text = extract(gzip.decompress(page.read_bytes()), favor_precision=precision, include_comments=False)
    yield from (("trafilatura", line) for line in (text or "").splitlines() if line.strip())


READERS: dict[str, Callable[[Path], Iterator[tuple[str, str]]]] = {
    "samestory": ours,
    "trafilatura": trafilatura,
    "trafilatura_precision": trafilatura_precision,
}


# -- counting --------------------------------------------------------------------------------


def leaks(reader: Callable[[Path], Iterator[tuple[str, str]]], gold: dict[str, str]) -> Iterator[Leak]:
    """Every leaking line of the pages."""
    for page, body in gold.items():
        known, file = rows(wordlist(body)), AEB / "html" / f"{page}.html.gz"
        heads = headlines(file)
        for rule, text in reader(file):
            words = wordlist(text)
            if len(words) >= FEWEST_WORDS and tuple(words) not in heads and (part := share(words, known)) < LEAST:
                yield Leak(page, rule, round(part, 2), text)


def main() -> None:
    """Count and print."""
    options = _options()
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    judged: dict[str, str] = json.loads(JUDGED.read_text(encoding="utf-8")) if JUDGED.exists() else {}
    with gzip.open(AEB / "gold.jsonl.gz", "rt", encoding="utf-8") as lines:
        gold = {row["id"]: row["body"] for row in map(json.loads, lines)}
    result: dict[str, object] = {"pages": len(gold), "judged": len(judged)}
    for name in options.reader or READERS:
        found = list(leaks(READERS[name], gold))
        left = [leak for leak in found if judged.get(leak.key) != "article"]
        for leak in found if options.list else [leak for leak in found if leak.key not in judged] if options.judge else ():
            print(f"{name}\t{leak.page[:12]}\t{leak.rule}\t{leak.share}\t{leak.key}\t{judged.get(leak.key, '?')}\t{leak.words}")
        result[name] = {"raw": _count(found), "after_the_eye": _count(left)}
    print(json.dumps(result))


def _count(found: list[Leak]) -> dict[str, int]:
    return {"pages": len({leak.page for leak in found}), "lines": len(found)}


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--list", action="store_true", help="print every leaking line")
    parser.add_argument("--judge", action="store_true", help="print the lines that nobody has judged")
    parser.add_argument("--reader", action="append", choices=READERS, help="this reader only")
    return parser.parse_args()


if __name__ == "__main__":
    main()
