"""Scores samestory on ../shared/data and holds them against floors.json.

    python benchmarks/claims.py                 every claim
    python benchmarks/claims.py quotes body     these claims
    python benchmarks/claims.py --quick         the claims that CI checks
    python benchmarks/claims.py --raise         every claim, and raise the floors to what was reached

One setting for all: the program is run as its users run it, its rows go to ../shared/eval/score.py, one JSON line a claim is printed.
Exit status 1 where a score fell below its floor or where the gold data is not the data that the floor was measured on.
"""

from __future__ import annotations

import argparse
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


CLAIMS = (
    Claim(
        "quotes",
        "attribute",
        "quotes",
        "attribution/polnear_dev.jsonl.gz",
        ("who_said_what.f1", "content_overlap.f1", "content_exact.f1", "source_exact.f1", "cue_exact.f1"),
        quick=True,
    ),
    Claim("times", "attribute", "times", "time/timebank.jsonl.gz", ("value.f1", "relaxed.f1"), quick=True),
    Claim("times_aquaint", "attribute", "times", "time/aquaint.jsonl.gz", ("value.f1", "relaxed.f1")),
    Claim("times_wikiwars", "attribute", "times", "time/wikiwars.jsonl.gz", ("value.f1", "relaxed.f1")),
    Claim("body", "read", "body", "extraction/aeb/gold.jsonl.gz", ("f1", "p"), "extraction/aeb/html", quick=True),
    Claim(
        "pages",
        "read",
        "pages",
        "extraction/pages/gold.jsonl.gz",
        ("segments.f1", "title.f1", "author.f1", "date.f1"),
        "extraction/pages/html",
    ),
    Claim("groups_news", "group", "groups", "grouping/news_cluster.jsonl.gz", ("bcubed.f1",), quick=True),
    Claim("groups_gva", "group", "groups", "grouping/gva.jsonl.gz", ("bcubed.f1",)),
    Claim("groups_ecbplus", "group", "groups", "grouping/ecbplus.jsonl.gz", ("bcubed.f1",)),
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
        if figure(answer, path) < least
    ]


def raised(claim: Claim, answer: dict[str, Any], floor: dict[str, Any]) -> dict[str, Any]:
    """The floor, lifted to what was reached; never lowered."""
    least = floor.get("least", {})
    return {"gold": fingerprint(claim), "least": {path: max(figure(answer, path), least.get(path, 0)) for path in claim.figures}}


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
    with tempfile.TemporaryDirectory() as folder:
        for claim in CLAIMS:
            if (options.claims and claim.name not in options.claims) or (options.quick and not claim.quick):
                continue
            answer = measure(claim, Path(folder))
            print(json.dumps({"claim": claim.name} | answer), flush=True)
            wrong += fallen(claim, answer, floors.get(claim.name, {}))
            floors[claim.name] = raised(claim, answer, floors.get(claim.name, {}))
    if options.lift:
        FLOORS.write_text(json.dumps(floors, indent=1) + "\n")
        return 0
    for line in wrong:
        print(line, file=sys.stderr)
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
