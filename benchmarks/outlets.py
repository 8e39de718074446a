"""Statements whose source is a news outlet: how many are found, and how many as credits where the outlet is credited with reporting?

    python benchmarks/outlets.py [dev|train] [--list]     recall on PolNeAR, and what the table of judged credits says
    python benchmarks/outlets.py sample SEED NUMBER       credits of ../shared/data/load drawn by lot, for a person to judge

An attribution counts where its source, but for articles and what describes it, is an outlet (`NAME`), an outlet's paper ("a Ledger
report", "a report in the Ledger") or a word for one ("the newspaper"). Who works for an outlet ("the Ledger's Ann Doe", "a Ledger
reporter") is a person and is left out. Of polls ("a Ledger poll") only the share found is told: a poll is what was asked, no reporting.
The outlet is credited with reporting where the cue is a word of `REPORTING`; "the Ledger asked", "endorsed" or "has promoted" credits
nothing, nor does "the network said it would pay": there it speaks for itself.
Found: a quotation's source or a credit overlaps the source, and at least half of the content's letters are its content (what it covers).
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from samestory import attribute, read
from samestory.model import Article, Credit, Span, Telling
from samestory.reading import read_bytes

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
ARTICLES = 170  # of the load, for a sample
JUDGED = Path(__file__).with_name("outlets_judged.json")
LISTED = r"""A\.?P\.?|Associated\ Press|Reuters|AFP|UPI|Bloomberg(?:\ Politics)?|CNN(?:\.com|Money)?|CNBC|MSNBC|NBC|ABC|CBS|PBS|NPR|BBC|
    CBC|CTV|C-SPAN|ESPN|Univision|Telemundo|Fox|Politico|POLITICO|Breitbart(?:\.com)?|HuffPost|Huffington\ Post|Buzz[Ff]eed|Newsweek|
    USA\ T(?:oday|ODAY)|Axios|Vox|ProPublica|Haaretz|Newsday|The\ Hill|[Tt]he\ Guardian|[Tt]he\ Independent|The\ Atlantic|
    The\ Intercept|Mother\ Jones|Time|TIME|People|Variety|Slate|Salon|Forbes|Fortune|Roll\ Call|RealClearPolitics|FiveThirtyEight|
    National\ Review|Vanity\ Fair|New\ Yorker|Al\ Jazeera|[KW][A-Z]{3}(?:-TV)?"""
ENDINGS = r"""Times|Post|Journal|News|Herald|Tribune|Globe|Chronicle|Star|Sun|Sun-Times|Gazette|Beast|Caller|Weekly|Daily|Magazine|
    Telegraph|Mail|Observer|Examiner|Inquirer|Register|Standard|Courier|Dispatch|Press|Leader|Ledger|Mirror|Express|Sentinel|Bee|Monitor|
    Review|Republic|Newspaper|Today"""
KINDS = r"News|Magazine|magazine|newspaper|Business|International|Television|tabloid|News\ Service"
NAME = rf"(?:{LISTED}|(?:[A-Z][\w.'’&-]*\s)*(?:{ENDINGS}))(?:\ (?:{KINDS}))?"
SEVERAL = rf"{NAME}(?:(?:,\s|/|-|\ and\ |,\ and\ )(?:[Tt]he\ )?{NAME})*"
LOWER = r"(?!(?:for|at|to|anchor|editor)\b)[a-z]+(?:-[a-z]+)?"
MODIFIERS = rf"(?:(?:[Tt]he|[Aa]n?|[Bb]oth|[Tt]his|[Tt]hat|[Oo]ther|{LOWER}|Israeli|British|Portuguese|[A-Z]\w+['’]s)\s)*"
PAPERS = "report|story|article|analysis|review|investigation|account|editorial|tally|count|database|piece|headline|transcript|list"
WORDS = r"(?:news)?(?:paper|\ ?outlet|network|magazine|station|tabloid|\ agency)"
OUTLET = re.compile(
    rf"""{MODIFIERS}(?:(?:{SEVERAL})(?:['’]s?)?(?:\ (?:[a-z-]+\ ){{0,2}}(?:{PAPERS})\b.*)?|{WORDS}
    |(?:{PAPERS})(?:\ \w+)?\ (?:by|in|from|of)\ (?:[Tt]he\ )?{SEVERAL}(?:\ .*)?)[\s,]*""",
    re.VERBOSE | re.DOTALL,
)
POLL = re.compile(
    rf"\b(?:{NAME})\b.*\b(?:[Pp]oll(?:ing|s)?|[Ss]urveys?)\b|\b(?:[Pp]oll(?:ing|s)?|[Ss]urveys?)\b.*\b(?:{NAME})\b", re.VERBOSE | re.DOTALL
)
REPORTING = re.compile(
    r"^(?!.*\bstatement).*\b(?:report(?:s|ed|ing)?|according|reveal\w*|learn(?:s|ed|t)?|cit(?:es|ed|ing)|confirm\w*|not(?:es|ed|ing)|found|finds|obtained|publish\w*"
    r"|wr(?:ites?|ote)|written|sa(?:ys|id|y)|per|via|t(?:old|ells?)|describ\w+|detail\w*|identif\w+|estimat\w+|quot\w+|observ\w+|shows?|showed)\b",
    re.IGNORECASE | re.DOTALL,
)


def kind_of(source: str) -> str | None:
    """What a gold source is: "outlet", "poll", or None for all else.

    >>> kind_of("the Mill River Gazette"), kind_of("A Gazette/CNN poll"), kind_of("a Post report"), kind_of("the Gazette's Ann Doe")
    ('outlet', 'poll', 'outlet', None)
    """
    if POLL.search(source) and len(source) < 120:
        return "poll"
    return "outlet" if OUTLET.fullmatch(source.strip()) else None


def is_reporting(source: str, cue: str, content: str) -> bool:
    """Whether the outlet is credited with reporting, and does not speak for itself ("The network said it would pay")."""
    itself = re.search(r"\bsaid\b", cue) and re.match(r"(?:that )?(?:it|its|they|their)\b", content)
    return kind_of(source) == "outlet" and bool(REPORTING.search(cue)) and not itself


def letters(text: str, spans: list[list[int]]) -> set[int]:
    return {i for start, end in spans for i in range(start, end) if text[i].isalnum()}


def _of(text: str, *spans: Span) -> set[int]:
    return letters(text, [[span.start, span.end] for span in spans])


def judge(telling: Telling, gold: dict[str, Any]) -> tuple[bool, bool]:
    """Whether a gold attribution is found, and whether as a credit."""
    text = telling.article.text
    source, content = letters(text, gold["source"]), letters(text, gold["content"])

    def same(named: set[int], said: set[int]) -> bool:
        return bool(named & source) and 2 * len(said & content) >= len(content)

    credit = any(same(_of(text, c.span), _of(text, c.covers)) for c in telling.credits)
    return credit or any(same(_of(text, *q.source), _of(text, *q.content)) for q in telling.quotes), credit


def recall(split: str, *, listing: bool) -> dict[str, Any]:
    """The shares found of one split of PolNeAR."""
    path = DATA / "attribution" / f"polnear_{split}.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        gold = {row["id"]: row["attributions"] for row in map(json.loads, lines)}
    tally: Counter[str] = Counter()
    for article in read(path):
        assert isinstance(article, Article)
        wanted = [(a, kind) for a in gold[article.id] if (kind := kind_of(_words(article, a["source"]))) and a["content"]]
        telling = attribute(article) if wanted else None
        for attribution, kind in wanted:
            assert telling is not None
            found, credit = judge(telling, attribution)
            reporting = is_reporting(*(_words(article, attribution[part]) for part in ("source", "cue", "content")))
            for name, right in [(kind, found), *([("reporting", found), ("reporting_as_credit", credit)] if reporting else [])]:
                tally[name] += 1
                tally[f"{name}_found"] += right
            if listing and not (found and (credit or not reporting)):
                print(
                    article.id,
                    kind,
                    f"found {found} credit {credit} reporting {reporting}",
                    _words(article, attribution["source"]),
                    sep=" | ",
                )
    shares = {name: {"gold": n, "found": tally[f"{name}_found"]} for name, n in tally.items() if not name.endswith("_found")}
    return {name: s | {"share": round(100 * s["found"] / s["gold"], 1)} for name, s in sorted(shares.items())}


def _words(article: Article, spans: list[list[int]]) -> str:
    return " ".join(article.text[start:end] for start, end in spans)


def sample(seed: int, number: int) -> list[tuple[Article, Credit]]:
    """So many credits drawn by lot from those of 170 articles of the load, drawn by lot too."""
    with gzip.open(DATA / "load" / "articles.jsonl.gz", "rb") as lines:
        drawn = random.Random(seed).sample(lines.readlines(), ARTICLES)
    articles = [a for line in drawn for a in read_bytes(line, "load.jsonl") if isinstance(a, Article)]
    found = [(article, credit) for article in articles for credit in attribute(article).credits]
    return random.Random(seed).sample(found, min(number, len(found)))


def judged() -> dict[str, Any]:
    """The precision that the table of judged credits gives. A row: [article, start, end, outlet, verdict, class]."""
    if not JUDGED.exists():
        return {}
    verdicts: dict[str, Any] = {}
    for drawn, rows in json.loads(JUDGED.read_text(encoding="utf-8")).items():
        counted = Counter(row[4] for row in rows)
        verdicts[drawn] = dict(sorted(counted.items())) | {"precision": round(100 * counted["right"] / len(rows), 1)}
    return verdicts


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", nargs="?", default="dev", choices=["dev", "train", "sample"])
    parser.add_argument("numbers", nargs="*", type=int, default=[5, 100])
    parser.add_argument("--list", action="store_true", help="print what is not found")
    options = parser.parse_args()
    if options.what == "sample":
        for article, credit in sample(*options.numbers):
            print(json.dumps([article.id, credit.span.start, credit.span.end, credit.outlet, "", credit.rule]), flush=True)
            around = article.text[max(0, credit.span.start - 200) : credit.span.end + 200].replace("\n", " / ")
            print("   ", around, "\n    COVERS:", article.words(credit.covers), file=sys.stderr)
        return
    print(json.dumps({"split": options.what, "recall": recall(options.what, listing=options.list), "judged": judged()}))


if __name__ == "__main__":
    main()
