"""An invented story told five times, with every kind of finding: what the page is designed and tested with.

All people, places and outlets are made up. Places are found by words, so that the texts can be edited.
"""

from __future__ import annotations

from samestory.model import (
    Article,
    Block,
    Comparison,
    Copy,
    Credit,
    Decision,
    Edit,
    Evidence,
    Fact,
    Medium,
    Moment,
    OnlyIn,
    Person,
    Point,
    Provenance,
    Published,
    Quote,
    Saying,
    Silence,
    Span,
    Speaker,
    Story,
    Telling,
    Time,
    Version,
)

GAZETTE = """Ferry and dredger collide off Port Ansel; more than 40 hurt
By Mirela Okonjo
PORT ANSEL, Jan. 2 —
More than 40 people were hurt when the ferry Lady Corrow struck a dredger outside Port Ansel on New Year's Eve, the harbour master said.
“The fog came down like a curtain — and we never saw the lights,” harbour master Ilse Tarrant said at a news conference on \
Wednesday. “Nobody on the bridge did anything wrong.”
Tarrant, 52, said the two vessels met at 6:40 p.m. about half a mile from the breakwater.
A passenger, Dov Hellström, 35, was thrown down a stairway. “I heard a bang,” he said, “and then everybody was on the floor.”
The line has carried passengers across the sound since 1961.
A spokeswoman for Corrow Lines did not respond to requests for comment.
RELATED: Ten ferries you must ride once
READ NEXT: The island that banned the car
Sign up for our morning letter
More in Waterfront
"""

WIRE = """Ferry strikes dredger in fog, 43 injured
(Northern Wire) — Forty-three passengers were injured on Dec. 31 when a ferry ran into a dredger in thick fog, officials said Wednesday.
“The fog came down like a curtain – and we never saw the lights,” Ilse Tarrant, the harbour master, told reporters.
The Lady Corrow was carrying 212 people from Sella Island. It was the second accident on the line this winter.
A person familiar with the inquiry said the dredger’s lights had been off.
The ferry’s captain, who is 58, has been relieved of duty pending the inquiry, Corrow Lines said in a statement.
"""

COURIER = """43 injured as ferry hits dredger
Photo: R. Amsel / Harbour Pictures
The Lady Corrow at her berth on Thursday.
Forty-three passengers were injured on Dec. 31 when a ferry ran into a dredger in thick fog, officials said Wednesday.
“The fog came down like a curtain ... we never saw the lights,” Ilse Tarrant, the harbour master, told reporters.
The Lady Corrow was carrying 212 people from Sella Island.
The ferry’s captain, who is 58, has been relieved of duty pending the inquiry, Corrow Lines said in a statement.
"""

CHANNEL = """‘We never saw the lights’: passengers tell of ferry crash
Dov Hellstrom, 36, was on the stairs when it happened. "I heard a bang and then everybody was on the floor," he told Channel Nine.
The harbour master, Ilse Tarrant, said the crew had done nothing wrong, the Ansel Gazette reported.
All lights on the dredger were on, its owner Brackwater Marine said. It denied that its crew had been asleep.
The collision happened at 6:40 in the evening on Tuesday. The ferry carried 212 people.
She wrote on her page: "Nobody on the bridge did something wrong."
"""

AWKWARD = """A note <b>from</b> the quay & beyond \U0001f6a2\U0001f9d1‍✈️
<script>alert("quay")</script> is what the sign said, a reader writes.
\u202eThis line runs backwards\u202c, and this one holds a null\x00character and a lone half \ud83d of a pair.
“הערפל ירד כמו מסך,” said Tarrant, \u200fwhose words a reader took down. About 40 were hurt, last April's storm not counted.
"""


class Words:
    """Finds the places of one article by their words."""

    def __init__(self, article: str, text: str) -> None:
        self.article, self.text = article, text

    def __call__(self, words: str, inside: str = "") -> Span:
        """The first place of these words, or their first place inside these other words."""
        at = self.text.index(words, self.text.index(inside))
        return Span(self.article, at, at + len(words))

    def blocks(self, kinds: dict[str, tuple[str, str]]) -> tuple[Block, ...]:
        """A block for each line; `kinds` names those that are no body text by their first words."""
        found, at = [], 0
        for line in self.text.split("\n"):
            if line.strip():
                kind, rule = next((kind for start, kind in kinds.items() if line.startswith(start)), ("body", "text:paragraph"))
                found.append(Block(Span(self.article, at, at + len(line)), kind, rule))  # type: ignore[arg-type]
            at += len(line) + 1
        return tuple(found)


G, W, C, N, A = (
    Words("gz-0102", GAZETTE),
    Words("nw-1", WIRE),
    Words("courier/2020?a=1", COURIER),
    Words("ch9_7", CHANNEL),
    Words('<"é&x">', AWKWARD),
)
TARRANT = "Ilse Tarrant"
DIRECT, INDIRECT = "quotes:direct-cue-after", "quotes:indirect"


def _speaker(name: str | None, role: str | None, *mentions: Span, kind: str = "person") -> Speaker:
    return Speaker(name, role, kind, mentions)  # type: ignore[arg-type]


def _gazette() -> Telling:
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


def _wire() -> Telling:
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


def _courier() -> Telling:
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


def _channel() -> Telling:
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


def _awkward() -> Telling:
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
    tellings = (_wire(), _gazette(), _courier(), _channel(), _awkward())
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
