"""Furniture that a word in the middle of the line gives away: "... delivered to your inbox", "... all rights reserved".

A line comes in; the rule that knows it goes out, or None. As in `furniture`, whose other half this is, a pattern has to fit the
whole line. It is tried only where one of its words stands in the line: looking for words costs a tenth of trying patterns
that may begin anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TypeAlias

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
    (
        "author-box",
        ("on twitter @", "on x @"),
        r"(?!.*(?:pic\.twitter|\(@)).{20,300}[.!)] Follow (?:him|her|them) on (?:Twitter|X) @\w+\b.{0,120}",
        'Ann Ode wrote "The Old Bridge" (Star Street, 2018). Follow her on Twitter @annode.',
    ),
    (
        "author-box",
        ("reach the ", "reach our "),
        r"reach (?:the|our) (?:reporters?|writers?|authors?|editors?|newsroom)\b.{0,20} (?:on|at|via|by)\b.{0,160}",
        "Reach the reporters on Twitter at http://example.org/annode",
    ),
    (
        "newsletter",
        ("newsletter",),
        r".{20,330}[.!?] (?:Sign up|Subscribe)\b(?! for their).{0,80}\bnewsletters?\b.{0,60}",
        "Start your day with the Morning Gazette. Sign up for the free newsletter.",
    ),
    (
        "newsletter",
        ("delivered ",),
        r"(?:get|receive)\b.{0,100}\bdelivered\b.{0,30}\b(?:door(?:step)?|letterbox|mailbox|home)\b.{0,140}",
        "Get the Gazette delivered through your letterbox every month.",
    ),
    (
        "subscription",
        ("if you enjoyed", "if you like"),
        r"if you (?:enjoyed|liked?|enjoy) (?:this|reading|our) .{0,140}\b(?:join|subscribe|sign up|donate|become|support|share)\b.{0,200}",
        "If you enjoyed this article, please consider to become a member.",
    ),
    (
        "share",
        ("sharing is", "like this ", "like what ", "enjoyed this "),
        r"sharing is caring[!.]?"
        r"|(?:do you |did you )?(?:like|enjoyed|enjoy) (?:this|what) .{0,40}\? "
        r"(?:share|tell|follow|support|like|subscribe|sign up)\b.{0,100}",
        "Like this story? Share it with a friend!",
    ),
    (
        "player",
        ("requires javascript", "listen to "),
        r"this (?:slideshow|video|gallery|player|content|feature) requires javascript.{0,40}|listen to .{1,100}\b(?:back|again"
        r"|live) here[.!]?",
        "This slideshow requires JavaScript.",
    ),
    (
        "embed",
        ("http://", "https://", "[/"),
        r"\[(?!caption)\w+(?: \w+=[^\]]{0,200})+\].{0,200}\[/\w+\]"
        r"|(?:listen|download|watch|subscribe|itunes|spotify|link|source|website|web)\s*:\s*https?://\S+",
        "Listen: https://example.org/615",
    ),
    (
        "related",
        ("http://", "https://"),
        r"more [^.!?]{2,60}: https?://\S+(?:(?:,| and) https?://\S+)*\.?",
        "More of the floods: https://example.org/floods and https://example.org/rivers",
    ),
    (
        "follow",
        ("http://", "https://"),
        r"follow [^.!?]{2,90}(?::| at) https?://\S+(?:(?:,| and) https?://\S+)*\.?",
        "Follow the Gazette's reports of the floods at https://example.org/floods",
    ),
    (
        "related",
        ("also:", "plus:", "more:"),
        r"(?:also|plus|more)\s*:\s*(?:see|read|watch|check out)\b.{0,140}",
        "Also: See what else the council voted on",
    ),
    (
        "section",
        ("related ", "popular on", "popular in", "trending ", "filed under"),
        r"related (?:coverage|stories|articles|news|content|posts) (?:from|on|in|to)\b.{0,60}:?"
        r"|(?-i:Popular|Trending) (?:on|in|at) (?-i:(?:the )?[A-Z])[\w&’' .-]{1,40}|filed under\s*:.{0,120}",
        "Popular on The Gazette",
    ),
    (
        "section",
        ("関連", "こちら", "わせて", "相关", "관련", "читайте", "pode gostar", "te interese", "interessar", "interessieren", "aimerez"),
        r"関連(?:記事|ニュース).{0,4}|こちらの記事も.{0,20}|(?:合わせて|あわせて)読みたい.{0,10}|相关(?:阅读|新闻|文章).?|관련\s?(?:기사|뉴스).?"
        r"|читайте также.{0,140}|voc[eê] (?:tamb[eé]m )?pode gostar.{0,20}|(?:tal vez|quiz[aá]s?) te interese.{0,20}"
        r"|(?:ti )?potrebbe(?:ro)? interessart?[ie].{0,30}|das k[oö]nnte (?:sie|dich) (?:auch )?interessieren.{0,10}"
        r"|vous aimerez aussi.{0,20}",
        "Você pode gostar...",
    ),
    (
        "advertisement",
        ("リンク", "広告"),
        r"スポンサー(?:ド)?リンク|広告",
        "スポンサーリンク",
    ),
    (
        "comments",
        ("comentários",),
        r"(?:aten[cç][aã]o: )?(?:os )?comentários (?:com|são|não|ofensivos)\b.{0,220}",
        "Comentários ofensivos não serão aprovados.",
    ),
    (
        "reading-time",
        ("leitura", "lectura", "lettura", "lecture", "lesezeit", "leestijd", "reading time", "read time", "min read", "minute read"),
        r"(?:tempo (?:estimado )?de leitura|tiempo (?:estimado )?de lectura|tempo di lettura|temps de lecture|lesezeit|leestijd"
        r"|(?:estimated )?read(?:ing)? time)\s*:?\s*.{0,25}|\d+[ -]min(?:ute)?s?[ -]read",
        "Tempo de leitura: 2 minutos",
    ),
    (
        "updated",
        ("updated",),
        r"[-–—•*(]*\s*(?:last )?updated:? (?:at |on )?[^.\d]{0,20}\b\d{1,2}[:.]\d\d(?:\s*[ap]\.?m\b\.?)?(?:\s*(?-i:[A-Z]{2,4}))?"
        r"(?:,? (?:on )?[\w/]{3,12})?[.:]?",
        "Updated at 1:23 p.m.",
    ),
    (
        "follow",
        ("follow @",),
        r"follow @\w+ on .{3,350}",
        "Follow @gazettedeals on Twitter for more.",
    ),
)

Hint: TypeAlias = tuple[str, str, re.Pattern[str]]  # a word, and the rule and pattern to try where it stands in a line
ALL: tuple[Hint, ...] = tuple((word, rule, re.compile(pattern, re.I)) for rule, needed, pattern, _ in PATTERNS for word in needed)


def among(lines: Iterable[str]) -> tuple[Hint, ...]:
    """Those to be tried on any of these lines: to look once for each word is faster than to look once for each in each line."""
    text = "\n".join(lines).lower()
    return tuple([hint for hint in ALL if hint[0] in text])


def find(line: str, hints: Sequence[Hint] = ALL) -> str | None:
    """The rule by which a line is furniture, None for all other lines; `hints` are those that are to be tried.

    >>> find("Ten bridges that fell in a storm Read more"), find("All she wanted was to read more.")
    ('related', None)
    """
    lower = line.lower()
    for word, rule, pattern in hints:
        if word in lower and pattern.fullmatch(line):
            return rule
    return None
