"""What one telling says and no other does."""

from __future__ import annotations

from samestory.comparing import alone
from samestory.comparing.alone import SHOWN
from samestory.model import Telling
from telling_builder import Marks, Said, telling

COMMON = "The old dam above Tarn Bridge broke on Monday morning after a week of rain. Nobody was hurt, the fire chief of Wexley said. "
OTHER = "After a week of rain the dam above Tarn Bridge gave way on Monday morning. The Wexley fire chief said that nobody was hurt. "


def lonely(*tellings: Telling) -> dict[str, list[str]]:
    texts = {telling.article.id: telling.article for telling in tellings}
    return {only.article: [texts[only.article].words(span) for span in only.spans] for only in alone.find(tellings)}


def test_a_story_of_one_has_nothing_alone() -> None:
    assert alone.find([telling("a", COMMON)]) == ()


def test_sentences_told_in_other_words_are_not_lonely() -> None:
    assert lonely(telling("a", COMMON), telling("b", OTHER)) == {}


def test_a_statement_of_one_telling() -> None:
    own = "Engineers had warned the council of cracks in the wall in 2019."
    assert lonely(telling("a", COMMON + own), telling("b", OTHER)) == {"a": [own]}


def test_a_sentence_that_another_article_parts_in_two_is_told_there() -> None:
    a = telling("a", COMMON + "Ines Corbridge, the mayor, opened the school hall for forty families whose houses were flooded.")
    b = telling("b", OTHER + "Forty families found their houses flooded. Mayor Ines Corbridge opened the hall of the school for them.")
    assert lonely(a, b) == {}


def test_furniture_headlines_and_short_lines_are_not_shown() -> None:
    text = "Cracked wall: engineers warned the council years ago\nRELATED: Ten great walks along the river Tarn\nIt was cold.\n" + COMMON
    marks = Marks(kinds=((0, "title"), (1, "furniture")))
    assert lonely(telling("a", text, marks), telling("b", OTHER)) == {}


def test_the_weightiest_come_first_and_only_so_many() -> None:
    plain = "Some fences along the lane were broken too."
    weighty = '"Engineers warned us about cracks in 2019," Ines Corbridge told the Wexley council.'
    marks = Marks(says=[Said('"Engineers warned us about cracks in 2019,"', "Ines Corbridge")], people=["Ines Corbridge"])
    found = lonely(telling("a", COMMON + plain + " " + weighty, marks), telling("b", OTHER))
    assert found == {"a": [weighty, plain]}
    fillers = "lantern violin harvest turbine orchard glacier pigeon marble saddle thimble walnut zeppelin quarry yacht"
    many = " ".join(f"Unheard {word}s puzzled {word} keepers near {word} hill." for word in fillers.split())
    assert len(lonely(telling("a", COMMON + many), telling("b", OTHER))["a"]) == SHOWN


def test_what_stands_here_and_there_in_another_telling_is_told_there() -> None:
    a = telling("a", COMMON + "Corbridge thanked divers, bakers, teachers and nurses.")
    b = telling(
        "b",
        OTHER + "Divers came at five. The school was shut and rather dark. Bakers gave bread away to all. It rained on. "
        "Teachers stayed late with the little ones. The road was closed. Nurses came by boat. They were thanked by Corbridge.",
    )
    assert lonely(a, b).get("a") is None
