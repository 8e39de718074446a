"""Furniture that a word in the middle of the line gives away: "... delivered to your inbox", "... all rights reserved".

A line comes in; the rule that knows it goes out, or None. As in `furniture`, whose other half this is, a pattern has to fit the
whole line. It is tried only where one of its words stands in the line: looking for words costs a tenth of trying patterns
that may begin anywhere.
"""

from __future__ import annotations

import re

_HANDLE = r"(?:@\w+|\S+@\S+\.\w+)"

# (rule, words of which one must stand in the line, pattern that fits the whole line, a line that it is for)
PATTERNS: tuple[tuple[str, tuple[str, ...], str, str], ...] = (
    (
        "newsletter",
        ("to your ",),
        r".{0,60}\b(?:delivered|sent|straight) (?:straight |directly |right )?to your (?:inbox|phone|email)\b.{0,100}",
        "Daily news delivered to your inbox: sign up for our newsletter",
    ),
    (
        "newsletter",
        ("sign up",),
        r".{0,100}\bin your inbox\b.{0,30}\? sign up (?:here|now|today)\b.{0,80}"
        r"|.{0,120}\bsign up (?:here |now |today )?(?:for|to)\b.{0,160}\b(?:unsubscribe|privacy policy|terms of)\b.{0,120}",
        "Want the Gazette in your inbox every day? Sign up here.",
    ),
    (
        "copyright",
        ("all rights reserved",),
        r".{0,120}\ball rights reserved\b.{0,160}",
        "The Gazette, all rights reserved",
    ),
    (
        "copyright",
        ("may not be ",),
        r".{0,160}\bmay not be (?:published, broadcast|reproduced|republished|reprinted)\b.{0,120}",
        "This material may not be published, broadcast, rewritten or redistributed.",
    ),
    (
        "related",
        ("read more",),
        r".{12,160}[^\s.,:;] (?-i:Read more)",
        "Ten bridges that fell in a storm Read more",
    ),
    (
        "author-box",
        (" be reached", " be contacted", " be emailed", " be followed"),
        r"[^.!?\"“”]{3,60}\b(?:can|may) be (?:reached|contacted|emailed|followed)\b.{0,30}(?:\S+@\S+|@\w+|\d{3}[-.)]).{0,160}",
        "Ann Ode can be reached at ann@example.org.",
    ),
    (
        "author-box",
        ("@",),
        # Not in a post that is quoted: Follow @ode for more pic.twitter.com/x — Ann Ode (@ode)
        r"(?!.*(?:\bI\b|pic\.twitter|\(@))[^\"“”]{10,240}[.;] (?:you can |please )?(?:follow|find|reach|email|contact|tweet)"
        rf"(?: (?:him|her|them|us))?(?: (?:on|at|via) (?:twitter|x|email))?(?: at)?:? ?(?:at )?{_HANDLE}\b.{{0,160}}",
        "Bo Low is a reporter for The Gazette. Follow him on Twitter @bolow.",
    ),
    (
        "columnist",
        ("content partner",),
        r".{1,60} is an? .{1,40}\bcontent partner\b.{0,200}",
        "Star Street is a Gazette content partner offering news of money.",
    ),
    (
        "prompt",
        ("vote now", "vote here"),
        r"(?:.{5,120}\? )?(?-i:Vote|VOTE)(?i: now| here)(?: in .{1,40})?[.!:]?",
        "Should the bridge stay? Vote now!",
    ),
)

_COMPILED = tuple((word, rule, re.compile(pattern, re.I)) for rule, needed, pattern, _ in PATTERNS for word in needed)


def find(line: str) -> str | None:
    """The rule by which a line is furniture, None for all other lines.

    >>> find("Ten bridges that fell in a storm Read more"), find("All she wanted was to read more.")
    ('related', None)
    """
    lower = line.lower()
    for word, rule, pattern in _COMPILED:
        if word in lower and pattern.fullmatch(line):
            return rule
    return None
