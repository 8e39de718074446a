"""An invented story told five times, compared, with every kind of finding: what the page is designed and tested with.

All people, places and outlets are made up.
"""

from __future__ import annotations

from samestory.model import Comparison, Copy, Decision, Edit, Evidence, Moment, OnlyIn, Point, Provenance, Saying, Span, Story, Version
from showing_tellings import awkward, channel, courier, gazette, wire
from showing_texts import TARRANT, A, C, G, N, W, Words


def _points() -> tuple[Point, ...]:
    def given(*found: tuple[Words, Span, int | float | str | None]) -> tuple[Evidence, ...]:
        return tuple(Evidence(words.article, span, value) for words, span, value in found)

    return (
        Point("count", "people aboard", "agree", "All three say 212.", given((W, W("212"), 212), (C, C("212"), 212), (N, N("212"), 212))),
        Point(
            "age",
            "Dov Hellström",
            "differ",
            "35 in Ansel Gazette, 36 in Channel Nine: one year apart, which a birthday between the tellings could explain.",
            given((G, G("35"), 35), (N, N("36"), 36)),
        ),
        Point(
            "count",
            "people hurt",
            "compatible",
            "“More than 40” and “About 40” leave room for 43.",
            given((W, W("Forty-three"), 43), (C, C("Forty-three"), 43), (G, G("More than 40"), 40), (A, A("About 40"), 40)),
        ),
        Point(
            "role",
            "the dredger’s lights",
            "contradict",
            "Off, says one source; on, says the owner: they cannot both be true.",
            given((W, W("lights had been off"), "off"), (N, N("All lights on the dredger were on"), "on")),
        ),
        Point("age", TARRANT, "alone", "Only Ansel Gazette gives it.", given((G, G("52"), 52))),
        Point("measure", "from the breakwater", "alone", "Only Ansel Gazette gives it.", given((G, G("half a mile"), 0.5))),
        Point("age", "the ferry’s captain", "agree", "Both say 58.", given((W, W("58"), 58), (C, C("58"), 58))),
    )


def _sayings() -> tuple[Saying, ...]:
    fog = "“The fog came down like a curtain — and we never saw the lights,”"
    fog_wire = "“The fog came down like a curtain – and we never saw the lights,”"
    fog_courier = "“The fog came down like a curtain ... we never saw the lights,”"
    return (
        Saying(
            TARRANT,
            (
                Version(W.article, "direct", (W(fog_wire),), fog_wire, TARRANT, None, ()),
                Version(G.article, "direct", (G(fog),), fog, TARRANT, "news conference", (Edit("punctuation", "—", "–"),)),
                Version(C.article, "direct", (C(fog_courier),), fog_courier, TARRANT, None, (Edit("ellipsis", "...", "– and"),)),
            ),
        ),
        Saying(
            TARRANT,
            (
                Version(
                    G.article,
                    "direct",
                    (G("“Nobody on the bridge did anything wrong.”"),),
                    "“Nobody on the bridge did anything wrong.”",
                    TARRANT,
                    "news conference",
                    (),
                ),
                Version(
                    N.article,
                    "direct",
                    (N('"Nobody on the bridge did something wrong."'),),
                    '"Nobody on the bridge did something wrong."',
                    None,
                    "post",
                    (Edit("negation", "something", "anything"),),
                ),
            ),
        ),
        Saying(
            "Dov Hellström",
            (
                Version(
                    G.article,
                    "direct",
                    (G("“I heard a bang,”"), G("“and then everybody was on the floor.”")),
                    "“I heard a bang, and then everybody was on the floor.”",
                    "Dov Hellström",
                    None,
                    (),
                ),
                Version(
                    N.article,
                    "direct",
                    (N('"I heard a bang and then everybody was on the floor,"'),),
                    '"I heard a bang and then everybody was on the floor,"',
                    "Dov Hellstrom",
                    "interview with Channel Nine",
                    (Edit("punctuation", "", ","),),
                ),
            ),
        ),
        Saying(
            "Corrow Lines",
            tuple(
                Version(
                    words.article,
                    "indirect",
                    (words("The ferry’s captain, who is 58, has been relieved of duty pending the inquiry"),),
                    "The ferry’s captain, who is 58, has been relieved of duty pending the inquiry",
                    "Corrow Lines",
                    "statement",
                    (),
                )
                for words in (W, C)
            ),
        ),
    )


def comparison() -> Comparison:
    """The story, compared."""
    tellings = (wire(), gazette(), courier(), channel(), awkward())
    shared = "Forty-three passengers were injured on Dec. 31 when a ferry ran into a dredger in thick fog, officials said Wednesday."
    carrying = "The Lady Corrow was carrying 212 people from Sella Island."
    copy = Copy(C.article, W.article, 0.824, ((C(shared), W(shared)), (C(carrying), W(carrying))))
    story = Story(
        "ferry-port-ansel",
        "Ferry and dredger collide off Port Ansel",
        "2020-01-01",
        "2020-01-03",
        tuple(t.article.id for t in tellings),
        (copy,),
        tuple(
            Decision(
                t.article.id,
                "ferry-port-ansel",
                number == 0,
                None if number == 0 else 0.9 - number / 10,
                () if number == 0 else ("Lady Corrow", "Tarrant", "dredger", "2019-12-31"),
                "group:shared-rare-terms",
            )
            for number, t in enumerate(tellings)
        ),
    )
    timeline = (
        Moment("1961-01-01", "1961-12-31", "The line has carried passengers across the sound since 1961", (G("since 1961"),)),
        Moment(
            "2019-12-31",
            "2019-12-31",
            "a ferry ran into a dredger in thick fog",
            (W("Dec. 31"), G("New Year's Eve"), C("Dec. 31"), N("Tuesday")),
        ),
        Moment("2020-01-01", "2020-01-01", "officials said Wednesday", (W("Wednesday"), G("Wednesday"), C("Wednesday"))),
    )
    provenance = (
        Provenance(C.article, W.article, True, "copies", (C(shared), C(carrying))),
        Provenance(N.article, G.article, True, "credits", (N("the Ansel Gazette reported"),)),
        Provenance(W.article, "Northern Wire", False, "credits", (W("(Northern Wire)"),)),
        Provenance(N.article, "Dov Hellstrom", False, "quotes", (N("told Channel Nine"),)),
    )
    only_in = (
        OnlyIn(
            W.article,
            (
                W("It was the second accident on the line this winter."),
                W("A person familiar with the inquiry said the dredger’s lights had been off."),
            ),
        ),
        OnlyIn(
            G.article,
            (
                G("Tarrant, 52, said the two vessels met at 6:40 p.m. about half a mile from the breakwater."),
                G("The line has carried passengers across the sound since 1961."),
            ),
        ),
        OnlyIn(
            N.article, (N("All lights on the dredger were on, its owner Brackwater Marine said. It denied that its crew had been asleep."),)
        ),
        OnlyIn(A.article, (A('<script>alert("quay")</script> is what the sign said, a reader writes.'),)),
    )
    return Comparison(story, tellings, _sayings(), _points(), timeline, provenance, only_in)
