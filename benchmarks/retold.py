"""Whether changes made on purpose are found, and whether copies are left in peace.

    python benchmarks/retold.py             # both
    python benchmarks/retold.py --misses    # names the listed pairs whose change was not found

`../shared/data/comparing/retold_pairs` holds short stories, each with a retelling that a person falsified. `retold_listed.json` lists,
by eye (all 130 pairs read, a second time with issue 7), the pairs that change a number, a date, a name or a negation: the class, what
was changed in our words, and single words ("hit") of which one must stand in the places of a `differ` or `contradict` point, in both
articles. "kept" is false where the retelling has no sentence that could be laid beside the real one.

Listed is a pair where the retelling still tells one thing of the real story (the same person, firm, poll, contest, thing) and both
texts print the value: another number of the same measure, another day, another name (of a person, place, body, team or work) in the
same part, or the statement with its "not", "no" or "none" turned. Not listed: another story about the same people; what is left out,
added, or told vaguely ("rose 2.3%", "rose slightly"); a number of another measure (a week of four days, days of one hour); other
words that are no value (a colour, a "rival" for a "friend"). The class "opposite" is a statement turned by a plain opposite alone
("buys", "sells"); the issue does not name it, so it is counted on a line of its own and not in the 75 %.

Controls: copies of `reuse/pairs` (containment from .8), each real story against itself without a sentence, articles of `reuse/pairs`
against themselves without a paragraph, and then each real story without a second one, until there are 300. The figure is the share
with any `contradict`; a `differ` there is wrong too, and is counted.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

os.environ.setdefault("OMP_NUM_THREADS", "1")

from samestory.attributing import attribute
from samestory.comparing import compare
from samestory.model import Article, Comparison, Point, Story, Telling
from samestory.reading import read

HERE = Path(__file__).resolve().parent
DATA = HERE.parent.parent / "shared" / "data"
LISTED = HERE / "retold_listed.json"
CONTROLS = 300
COPIED = 0.8
LONGEST = 4500  # characters of a control's text; longer ones take minutes and test nothing else
PARAGRAPHS = 150  # articles without a paragraph
SHORTEST_PARAGRAPH = 80


def rows(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def tell(articles: Iterable[dict[str, Any]]) -> list[Telling]:
    """The tellings of rows with id and text, as the program reads them."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "some.jsonl"
        path.write_text("".join(json.dumps(row) + "\n" for row in articles), encoding="utf-8")
        return [attribute(article) for article in read(path) if isinstance(article, Article)]


def laid(tellings: Sequence[Telling]) -> Comparison:
    ids = tuple(telling.article.id for telling in tellings)
    return compare(Story("story", "story", None, None, ids), tellings)


def found(point: Point, pair: Sequence[Telling], words: Sequence[Sequence[str]]) -> bool:
    """Whether a point says that the changed thing is not the same."""
    if point.verdict not in ("differ", "contradict"):
        return False
    ours, theirs = (
        [telling.article.words(fact.span).casefold() for fact in point.facts if fact.article == telling.article.id] for telling in pair
    )
    return any(
        any(real.casefold() in place for place in ours) and any(false.casefold() in place for place in theirs) for real, false in words
    )


def retold(show_misses: bool) -> None:
    """The listed pairs."""
    texts = {row["id"]: row for row in rows(DATA / "comparing" / "retold_pairs.jsonl.gz")}
    listed = json.loads(LISTED.read_text(encoding="utf-8"))
    hits: dict[str, bool] = {}
    for entry in listed:
        pair = tell({"id": f"{entry['id']}-{kind}", "text": texts[entry["id"]][kind]} for kind in ("real", "falsified"))
        hits[entry["id"]] = any(found(point, pair, entry["hit"]) for point in laid(pair).points)
    asked = [entry for entry in listed if entry["class"] != ["opposite"]]
    kinds = (
        ("listed", asked),
        ("kept", [entry for entry in asked if entry["kept"]]),
        ("opposites", [entry for entry in listed if entry not in asked]),
    )
    for name, chosen in kinds:
        right = sum(hits[entry["id"]] for entry in chosen)
        print(f"{name}: {right} of {len(chosen)} found, {right / len(chosen):.1%}")
    if show_misses:
        for entry in listed:
            if not hits[entry["id"]]:
                print(f"  missed {entry['id']}: {', '.join(entry['class'])}: {entry['changed']}{'' if entry['kept'] else ' (not kept)'}")


def controls() -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Pairs that tell the same; more than are needed, for some are too short to be read."""
    reused = list(rows(DATA / "reuse" / "pairs.jsonl.gz"))
    for row in reused:
        if row["containment"] >= COPIED and max(len(row[side]["text"]) for side in "ab") <= 2 * LONGEST:
            yield row["a"], row["b"]
    stories = list(rows(DATA / "comparing" / "retold_pairs.jsonl.gz"))
    for row in stories:
        yield _without(row["id"], row["real"], ". ")
    texts = {row[side]["id"]: row[side]["text"] for row in reused for side in "ab"}
    of_length = [(name, text) for name, text in texts.items() if 900 <= len(text) <= LONGEST and "\n" in text]
    for name, text in of_length[:PARAGRAPHS]:
        yield _without(name, text, "\n")
    for row in stories:
        yield _without(row["id"], row["real"], ". ", first=True)


def _without(name: str, text: str, between: str, *, first: bool = False) -> tuple[dict[str, Any], dict[str, Any]]:
    """A text, and the text without the part in its middle, or without its first longer one."""
    parts = text.split(between)
    long = [at for at, part in enumerate(parts) if len(part) >= min(SHORTEST_PARAGRAPH, max(map(len, parts)))]
    left_out = long[0 if first else len(long) // 2]
    less = between.join(part for at, part in enumerate(parts) if at != left_out)
    return {"id": f"{name}-whole", "text": text}, {"id": f"{name}-less", "text": less}


def control() -> None:
    """The control pairs."""
    verdicts = {"contradict": 0, "differ": 0}
    pairs = 0
    for ours, theirs in controls():
        both = [{key: row[key] for key in ("id", "text", "outlet", "date", "title") if row.get(key)} for row in (ours, theirs)]
        pair = tell(both)
        if len(pair) < 2:
            continue
        pairs += 1
        given = {point.verdict for point in laid(pair).points}
        for verdict in verdicts:
            verdicts[verdict] += verdict in given
        if given & verdicts.keys():
            print("  ", ours["id"], [(point.verdict, point.kind) for point in laid(pair).points if point.verdict in verdicts])
        if pairs == CONTROLS:
            break
    contradict, differ = verdicts["contradict"], verdicts["differ"]
    print(f"controls: {pairs} pairs, contradict in {contradict} ({contradict / pairs:.1%}), differ in {differ}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    retold(options.misses)
    control()
