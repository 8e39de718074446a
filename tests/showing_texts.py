"""The texts of an invented story, told five times; places in them are found by words, so that they can be edited."""

from __future__ import annotations

from samestory.model import Block, Span

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
