"""What attribution finds in the five texts of an invented story."""

from __future__ import annotations

from samestory.model import Article, Credit, Fact, Medium, Person, Published, Quote, Silence, Span, Speaker, Telling, Time
from showing_texts import AWKWARD, CHANNEL, COURIER, DIRECT, GAZETTE, INDIRECT, TARRANT, WIRE, A, C, G, N, W


def _speaker(name: str | None, role: str | None, *mentions: Span, kind: str = "person") -> Speaker:
    return Speaker(name, role, kind, mentions)  # type: ignore[arg-type]


def gazette() -> Telling:
    article = Article(
        G.article,
        "pages/gazette.html",
        "https://gazette.example/ferry?a=1&b=2",
        "Ansel Gazette",
        "Ferry and dredger collide off Port Ansel; more than 40 hurt",
        ("Mirela Okonjo",),
        "2020-01-02T18:05:00+00:00",
        "en",
        GAZETTE,
        G.blocks(
            {
                "Ferry and": ("title", "html:h1"),
                "By Mirela": ("byline", "html:rel-author"),
                "PORT ANSEL": ("dateline", "text:dateline"),
                "RELATED": ("furniture", "text:related-line"),
                "READ NEXT": ("furniture", "text:related-line"),
                "Sign up": ("furniture", "text:newsletter"),
                "More in": ("furniture", "text:more-in"),
            }
        ),
    )
    conference = Medium("news conference", G("news conference"))
    tarrant = _speaker(TARRANT, "harbour master", G("harbour master Ilse Tarrant"))
    hellstrom = _speaker("Dov Hellström", "passenger", G("Dov Hellström"), G("Dov Hellström"))
    quotes = (
        Quote(
            "indirect",
            (G("More than 40 people were hurt when the ferry Lady Corrow struck a dredger outside Port Ansel on New Year's Eve"),),
            (G("said"),),
            (G("the harbour master"),),
            _speaker(TARRANT, "harbour master"),
            None,
            INDIRECT,
            0.71,
        ),
        Quote(
            "direct",
            (G("“The fog came down like a curtain — and we never saw the lights,”"),),
            (G("said", "Tarrant said"),),
            (G("harbour master Ilse Tarrant"),),
            tarrant,
            conference,
            DIRECT,
            0.97,
        ),
        Quote("direct", (G("“Nobody on the bridge did anything wrong.”"),), (), (), tarrant, conference, "quotes:continued", 0.88),
        Quote(
            "direct",
            (G("“I heard a bang,”"), G("“and then everybody was on the floor.”")),
            (G("said", "he said"),),
            (G("he", "he said"),),
            hellstrom,
            None,
            "quotes:broken-by-cue",
            0.93,
        ),
    )
    return Telling(
        article,
        Published("2020-01-02", False, "given"),
        quotes,
        (
            Silence(
                "no_comment",
                _speaker(None, "A spokeswoman for Corrow Lines", kind="unnamed"),
                G("did not respond to requests for comment"),
                "silence:no-comment",
            ),
        ),
        (),
        (
            Time(G("New Year's Eve"), "DATE", "2019-12-31", "2019-12-31", "2019-12-31", "times:holiday"),
            Time(G("Wednesday"), "DATE", "2020-01-01", "2020-01-01", "2020-01-01", "times:weekday-before"),
            Time(G("since 1961"), "DATE", "1961", "1961-01-01", "1961-12-31", "times:year"),
        ),
        (Person(TARRANT, "harbour master", 52, (G("Ilse Tarrant"),)), Person("Dov Hellström", "passenger", 35, (G("Dov Hellström"),))),
        (
            Fact("count", "people hurt", 40, "person", 40, None, G("More than 40"), TARRANT, "facts:count"),
            Fact("age", "Dov Hellström", 35, "year", 35, 35, G("35"), None, "facts:age-apposition"),
            Fact("age", TARRANT, 52, "year", 52, 52, G("52"), None, "facts:age-apposition"),
            Fact("measure", "from the breakwater", 0.5, "mile", 0.5, 0.5, G("half a mile"), TARRANT, "facts:measure"),
        ),
        (),
        tuple(block.span for block in article.blocks if block.kind in ("body", "title")),
    )


def wire() -> Telling:
    article = Article(
        W.article,
        "wire.ninjs.json",
        "https://wire.example/1",
        "Northern Wire",
        "Ferry strikes dredger in fog, 43 injured",
        (),
        "2020-01-01",
        "en",
        WIRE,
        W.blocks({"Ferry strikes": ("title", "ninjs:headline")}),
    )
    tarrant = _speaker(TARRANT, "the harbour master", W("Ilse Tarrant"))
    quotes = (
        Quote(
            "indirect",
            (W("Forty-three passengers were injured on Dec. 31 when a ferry ran into a dredger in thick fog"),),
            (W("said"),),
            (W("officials"),),
            _speaker(None, "officials", kind="group"),
            None,
            INDIRECT,
            0.8,
        ),
        Quote(
            "direct",
            (W("“The fog came down like a curtain – and we never saw the lights,”"),),
            (W("told reporters"),),
            (W("Ilse Tarrant, the harbour master"),),
            tarrant,
            None,
            DIRECT,
            0.95,
        ),
        Quote(
            "indirect",
            (W("the dredger’s lights had been off"),),
            (W("said", "said the dredger"),),
            (W("A person familiar with the inquiry"),),
            _speaker(None, "person familiar with the inquiry", kind="unnamed"),
            None,
            INDIRECT,
            0.77,
        ),
        Quote(
            "indirect",
            (W("The ferry’s captain, who is 58, has been relieved of duty pending the inquiry"),),
            (W("said", "said in a statement"),),
            (W("Corrow Lines"),),
            _speaker("Corrow Lines", None, W("Corrow Lines"), kind="organisation"),
            Medium("statement", W("statement")),
            INDIRECT,
            0.82,
        ),
    )
    return Telling(
        article,
        Published("2020-01-01", False, "given"),
        quotes,
        (),
        (Credit("Northern Wire", W("(Northern Wire)"), W("Forty-three passengers were injured on Dec. 31"), "credits:dateline"),),
        (
            Time(W("Dec. 31"), "DATE", "2019-12-31", "2019-12-31", "2019-12-31", "times:nearest-year"),
            Time(W("Wednesday"), "DATE", "2020-01-01", "2020-01-01", "2020-01-01", "times:weekday-before"),
            Time(W("this winter"), "DATE", "2020-WI", None, None, "times:season"),
        ),
        (Person(TARRANT, "harbour master", None, (W("Ilse Tarrant"),)),),
        (
            Fact("count", "people hurt", 43, "passenger", 43, 43, W("Forty-three"), "officials", "facts:count"),
            Fact("count", "people aboard", 212, "person", 212, 212, W("212"), None, "facts:count"),
            Fact("age", "the ferry’s captain", 58, "year", 58, 58, W("58"), "Corrow Lines", "facts:age-who-is"),
        ),
        (),
        tuple(block.span for block in article.blocks),
    )


def courier() -> Telling:
    article = Article(
        C.article,
        "feed.xml#2",
        "javascript:alert(1)",
        "The Sella Courier",
        "43 injured as ferry hits dredger",
        ("R. Amsel", "Jo Vane"),
        None,
        "en",
        COURIER,
        C.blocks(
            {
                "43 injured": ("title", "rss:title"),
                "Photo:": ("photo_credit", "text:photo-line"),
                "The Lady Corrow at": ("caption", "html:figcaption"),
            }
        ),
    )
    quotes = (
        Quote(
            "direct",
            (C("“The fog came down like a curtain ... we never saw the lights,”"),),
            (C("told reporters"),),
            (C("Ilse Tarrant, the harbour master"),),
            _speaker(TARRANT, "the harbour master", C("Ilse Tarrant")),
            None,
            DIRECT,
            0.95,
        ),
        Quote(
            "indirect",
            (C("The ferry’s captain, who is 58, has been relieved of duty pending the inquiry"),),
            (C("said", "said in a statement"),),
            (C("Corrow Lines"),),
            _speaker("Corrow Lines", None, C("Corrow Lines"), kind="organisation"),
            Medium("statement", C("statement")),
            INDIRECT,
            0.82,
        ),
    )
    return Telling(
        article,
        Published("2020-01-02", True, "“Dec. 31” and “Thursday” fit one week only", (C("on Thursday"), C("Dec. 31"))),
        quotes,
        (),
        (),
        (Time(C("Dec. 31"), "DATE", "2019-12-31", "2019-12-31", "2019-12-31", "times:nearest-year"),),
        (Person(TARRANT, "harbour master", None, (C("Ilse Tarrant"),)),),
        (
            Fact("count", "people hurt", 43, "passenger", 43, 43, C("Forty-three"), "officials", "facts:count"),
            Fact("count", "people aboard", 212, "person", 212, 212, C("212"), None, "facts:count"),
            Fact("age", "the ferry’s captain", 58, "year", 58, 58, C("58"), "Corrow Lines", "facts:age-who-is"),
        ),
        (),
        tuple(block.span for block in article.blocks if block.kind != "photo_credit"),
    )


def channel() -> Telling:
    article = Article(
        N.article,
        "https://nine.example/x",
        "http://nine.example/x",
        "Channel Nine",
        "‘We never saw the lights’: passengers tell of ferry crash",
        (),
        "2020-01-03",
        "en",
        CHANNEL,
        N.blocks({"‘We never": ("title", "html:h1")}),
    )
    interview = Medium("interview with Channel Nine", N("told Channel Nine"))
    quotes = (
        Quote(
            "direct",
            (N('"I heard a bang and then everybody was on the floor,"'),),
            (N("told"),),
            (N("he", "he told"),),
            _speaker("Dov Hellstrom", None, N("Dov Hellstrom"), N("he told")),
            interview,
            DIRECT,
            0.94,
        ),
        Quote(
            "indirect",
            (N("the crew had done nothing wrong"),),
            (N("said"),),
            (N("The harbour master, Ilse Tarrant"),),
            _speaker(TARRANT, "harbour master", N("Ilse Tarrant")),
            None,
            INDIRECT,
            0.69,
        ),
        Quote(
            "indirect",
            (N("All lights on the dredger were on"),),
            (N("said", "said. It"),),
            (N("its owner Brackwater Marine"),),
            _speaker("Brackwater Marine", "its owner", N("Brackwater Marine"), kind="organisation"),
            None,
            INDIRECT,
            0.81,
        ),
        Quote(
            "direct",
            (N('"Nobody on the bridge did something wrong."'),),
            (N("wrote"),),
            (N("She"),),
            None,
            Medium("post", N("page")),
            DIRECT,
            0.52,
        ),
    )
    return Telling(
        article,
        Published("2020-01-03", False, "given"),
        quotes,
        (
            Silence(
                "denial",
                _speaker("Brackwater Marine", None, kind="organisation"),
                N("denied that its crew had been asleep"),
                "silence:denied-that",
            ),
        ),
        (
            Credit(
                "Ansel Gazette",
                N("the Ansel Gazette reported"),
                N("The harbour master, Ilse Tarrant, said the crew had done nothing wrong"),
                "credits:reported",
            ),
        ),
        (Time(N("Tuesday"), "DATE", "2019-12-31", "2019-12-31", "2019-12-31", "times:weekday-before"),),
        (Person("Dov Hellstrom", None, 36, (N("Dov Hellstrom"),)), Person(TARRANT, "harbour master", None, (N("Ilse Tarrant"),))),
        (
            Fact("age", "Dov Hellstrom", 36, "year", 36, 36, N("36"), None, "facts:age-apposition"),
            Fact("count", "people aboard", 212, "person", 212, 212, N("212"), None, "facts:count"),
        ),
        (),
        tuple(block.span for block in article.blocks),
    )


def awkward() -> Telling:
    blocks = A.blocks({"A note": ("title", "text:first-line")})[:3]  # the last line is held by no block, and must be shown all the same
    article = Article(A.article, "-", "data:text/html,x", None, None, (), None, None, AWKWARD, blocks)
    quotes = (
        Quote(
            "direct",
            (A("“הערפל ירד כמו מסך,”"),),
            (A("said", "said Tarrant"),),
            (A("Tarrant"),),
            _speaker(TARRANT, None, A("Tarrant")),
            None,
            DIRECT,
            0.6,
        ),
        Quote(
            "mixed",
            (A('<script>alert("quay")</script> is what the sign said'),),
            (A("writes"),),
            (A("a reader"),),
            _speaker(None, "a reader", kind="unnamed"),
            None,
            "quotes:mixed",
            0.5,
        ),
    )
    return Telling(
        article,
        None,
        quotes,
        (),
        (),
        (Time(A("last April"), "DATE", None, None, None, "times:needs-a-day"),),
        (),
        (Fact("count", "people hurt", 40, "person", 36, 44, A("About 40"), None, "facts:count"),),
        (),
        (),
    )
