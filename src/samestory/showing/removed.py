"""What was left out of an article's body, line by line, and why in plain words.

An `Article` comes in; rows, or a few lines for a person at a terminal, go out. Nothing was cut: each line still stands in the
article's text, where its offsets say. Which rule marks which line is decided in reading, not here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from samestory.model import Article, Block
from samestory.showing.export import Row, selector_row

KEPT = frozenset(("title", "body", "heading"))
SHORT = 96  # characters of a line that a terminal shows
UNNAMED = "a rule without words here: {rule}"

# For each rule that takes a line out of the body: why, in words. The part before the colon says what was looked at: `line` and
# `text` the line's own words or its neighbours, `html` and `wire` the markup. docs/rules.md shows this table; both are tested.
REASONS: dict[str, str] = {
    # furniture, by its own words
    "advertisement": "announces or parts an advertisement",
    "app": "asks to get or open an app",
    "author-box": "says who the author is and how to reach them",
    "columnist": "says whose opinions or whose content this is",
    "comments": "belongs to the readers' comments",
    "cookies": "speaks of cookies, privacy or terms of use",
    "copyright": "a copyright notice",
    "embed": "what is left of an embedded post, or a bare address",
    "feed": "says where the article appeared first",
    "follow": "asks to follow, to write in or to send tips",
    "live": "belongs to the works of a live blog",
    "newsletter": "offers a newsletter",
    "player": "belongs to a video, audio or picture player, or a menu",
    "prompt": "tells the reader to click, tap or scroll",
    "reading-time": "says how long the reading takes",
    "related": "points to another article",
    "rule-off": "a line of signs without a word",
    "section": "heads a list of other articles or of topics, or names the sort of article",
    "share": "asks to share or to comment, or counts those who did",
    "subscription": "asks to subscribe, to log in or to donate",
    "updated": "says that the article was or will be updated",
    # furniture, by its place
    "headline-again": "repeats the headline",
    "kicker": "a short label above the headline",
    "in-advertisement": "stands in an advertisement",
    "in-aside": "stands in a column or box beside the article",
    "in-author-box": "stands in a box about the author",
    "in-comments": "stands among the readers' comments",
    "in-form": "belongs to a form or a button",
    "in-menu": "stands in a menu",
    "in-newsletter": "stands in a box that offers a newsletter, a subscription or a login",
    "in-page-footer": "stands at the foot of the page",
    "in-page-header": "stands at the head of the page",
    "in-player": "stands in a player",
    "in-popup": "stands in a window over the page, such as a cookie wall",
    "in-related": "stands in a list of other articles",
    "in-share": "stands among the buttons for sharing",
    "in-tags": "stands in a list of topics",
    "in-teasers": "stands among cards or tiles that point elsewhere",
    "outside-body": "stands outside the article's body on the page",
    "teaser": "the headline of another article, in a list of such",
    # signatures
    "byline": "says who wrote the article",
    "names-line": "names persons, right above the outlet's name",
    "outlet-line": "is the outlet's name",
    "reporting-by": "says who else reported or edited",
    "dateline": "says when or where it was written or published",
    # pictures
    "caption": "marked as a caption on the page",
    "caption-file-photo": "a caption: it begins as file pictures do",
    "caption-over-credit": "a caption: a picture's credit stands right below it",
    "caption-with-credit": "a caption: it ends with a picture's credit",
    "credit": "marked as a picture's credit on the page",
    "credit-agency": "a picture's credit: it names a picture agency",
    "credit-label": "a picture's credit: it says so",
    "credit-staff": "a picture's credit: a name and an outlet, parted by a stroke",
}


def why(rule: str) -> str:
    """The words for a rule.

    >>> why("text:related")
    'points to another article'
    """
    return REASONS.get(rule.rpartition(":")[2]) or UNNAMED.format(rule=rule)


def rows(article: Article) -> Iterator[Row]:
    """One row for each line that is not body, heading or title."""
    for block in _left_out(article):
        yield {
            "article": article.id,
            "start": block.span.start,
            "end": block.span.end,
            "kind": block.kind,
            "rule": block.rule,
            "why": why(block.rule),
            "text": article.words(block.span),
            "selector": selector_row(block.selector),
        }


def plain(article: Article, seen: Counter[str]) -> str:
    """The lines of one article for a person; `seen` goes on counting rules."""
    left = _left_out(article)
    seen.update(block.rule for block in left)
    head = f"{article.title or '(no title)'}\n  {article.id} | {article.origin} | {_lines(len(left))} of {len(article.blocks)} left out"
    return "\n".join([head, *(_plain(article, block) for block in left)])


def counts(seen: Counter[str]) -> str:
    """How many lines each rule took, the busiest first."""
    width = max((len(rule) for rule in seen), default=0)
    ordered = sorted(seen.items(), key=lambda one: (-one[1], one[0]))
    return "\n".join([f"{_lines(seen.total())} left out", *(f"  {number:6,}  {rule:{width}}  {why(rule)}" for rule, number in ordered)])


def _left_out(article: Article) -> list[Block]:
    return [block for block in article.blocks if block.kind not in KEPT]


def _plain(article: Article, block: Block) -> str:
    words = " ".join(article.words(block.span).split())
    words = words if len(words) <= SHORT else words[: SHORT - 1].rsplit(" ", 1)[0] + "…"
    return f"    {block.kind:12} {words}\n{'':17}{block.span.start}-{block.span.end}, {block.rule}: {why(block.rule)}"


def _lines(number: int) -> str:
    return f"{number:,} {'line' if number == 1 else 'lines'}"
