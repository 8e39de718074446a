"""Sayings: the same utterance across articles, and what was changed in it."""

from __future__ import annotations

from samestory.comparing import edits, versions, wording
from samestory.comparing.alignment import align
from samestory.comparing.persons import of_story
from samestory.comparing.rarity import Rarity
from samestory.model import Edit, Saying, Telling
from telling_builder import Marks, Said, telling

WHOLE = '"We lost the mill, but nobody was hurt and we will build again by spring," Ann Harwick said.'


def sayings(*tellings: Telling) -> tuple[Saying, ...]:
    return versions.find(tellings, of_story(tellings))


def texts(saying: Saying) -> dict[str, str]:
    return {version.article: version.text for version in saying.versions}


def kinds(saying: Saying) -> list[list[str]]:
    return [[edit.kind for edit in version.edits] for version in saying.versions]


def quoting(name: str, text: str, *says: Said) -> Telling:
    return telling(name, text, Marks(says=says))


def quoted(name: str, words: str, by: str | None = "Ann Harwick") -> Telling:
    """An article that quotes these words and nothing else."""
    return quoting(name, f'"{words}" That was all.', Said(f'"{words}"', by))


def one(*tellings: Telling) -> Saying:
    found = sayings(*tellings)
    assert len(found) == 1, found
    return found[0]


def test_the_same_words_are_one_saying_without_edits() -> None:
    saying = one(quoted("a", "We lost the mill, but nobody was hurt."), quoted("b", "We lost the mill, but nobody was hurt."))
    assert saying.speaker == "Ann Harwick"
    assert kinds(saying) == [[], []]


def test_words_of_one_article_alone_are_no_saying() -> None:
    twice = '"We lost the mill." She went on. "We lost the mill."'
    alone = quoting("a", twice, Said('"We lost the mill."', "Ann Harwick"), Said('"We lost the mill."#2', "Ann Harwick"))
    assert sayings(alone, quoted("b", "The river came over the wall at four in the morning.")) == ()


def test_sentences_are_lined_up_however_the_articles_part_them() -> None:
    a = quoting(
        "a",
        '"We lost the mill today," she began. "We also want you to know that nobody was hurt. We have our four ducks — and that is much."',
        Said('"We lost the mill today," | "We also want you to know that nobody was hurt. We have our four ducks — and that is much."'),
    )
    b = quoting(
        "b",
        '"We lost the mill today. We also want you to know that nobody was hurt," she said. '
        '"We have our four ducks- and that is much," she wrote.',
        Said('"We lost the mill today. We also want you to know that nobody was hurt,"'),
        Said('"We have our four ducks- and that is much,"'),
    )
    found = sayings(a, b)
    assert [texts(saying)["b"] for saying in found] == [
        "We lost the mill today.",
        "We also want you to know that nobody was hurt",
        "We have our four ducks- and that is much",
    ]
    assert [saying.versions[1].edits for saying in found] == [(), (), (Edit("punctuation", "- ", " — "),)]


def test_a_sentence_that_its_cue_breaks_is_one() -> None:
    broken = quoting(
        "a", '"We lost the mill," she said, "but nobody was hurt."', Said('"We lost the mill," | "but nobody was hurt."', "Ann Harwick")
    )
    saying = one(broken, quoted("b", "We lost the mill, but nobody was hurt."))
    assert texts(saying)["a"] == "We lost the mill, but nobody was hurt."
    assert len(saying.versions[0].content) == 2
    assert kinds(saying) == [[], []]


def test_a_trimmed_quotation_and_one_inside_the_reporters_sentence() -> None:
    a = quoting("a", WHOLE, Said('"We lost the mill, but nobody was hurt and we will build again by spring,"', "Ann Harwick"))
    text = 'The owner, who said "nobody was hurt and we will build again," thanked the town.'
    b = quoting("b", text, Said('"nobody was hurt and we will build again,"', "Harwick", kind="mixed"))
    saying = one(a, b)
    assert saying.versions[1].kind == "mixed"
    assert kinds(saying) == [[], ["trimmed", "trimmed"]]


def test_two_fragments_of_one_sentence_stand_as_one_version() -> None:
    a = quoting("a", WHOLE, Said('"We lost the mill, but nobody was hurt and we will build again by spring,"', "Ann Harwick"))
    text = 'She was glad that "nobody was hurt" and hopes to "build again by spring" all the same.'
    b = quoting("b", text, Said('that "nobody was hurt" and hopes to "build again by spring"', "Ann Harwick", kind="mixed"))
    assert texts(one(a, b))["b"] == "nobody was hurt […] build again by spring"


def test_fragments_with_a_comma_inside_the_marks_are_not_joined() -> None:
    text = 'They became aware that "the boat had left the wrong harbour and told the pilot," which was the "correct decision" of all.'
    mixed = quoting("b", text, Said(text.removeprefix("They became aware ").removesuffix(" of all."), kind="mixed"))
    assert texts(one(quoted("a", "The boat had left the wrong harbour and told the pilot."), mixed))["b"].endswith("told the pilot")


def test_two_sentences_that_another_article_joins() -> None:
    a = quoted("a", "We lost the whole of the mill. Nobody was hurt in the fire.")
    b = quoted("b", "We lost the whole of the mill, nobody was hurt in the fire.")
    saying = one(a, b)
    assert texts(saying)["a"] == "We lost the whole of the mill. Nobody was hurt in the fire."


def test_a_saying_given_to_another_speaker_is_still_the_same_saying() -> None:
    words = "The river came over the wall at four in the morning."
    saying = one(quoted("a", words, "Ann Harwick"), quoted("b", words, "Ben Oduya"), quoted("c", words, "Ann Harwick"))
    assert saying.speaker == "Ann Harwick"
    assert [version.speaker for version in saying.versions] == ["Ann Harwick", "Ben Oduya", "Ann Harwick"]


def test_short_words_need_one_speaker() -> None:
    assert sayings(quoted("a", "It is over."), quoted("b", "It is over.", "Ben Oduya")) == ()
    assert len(sayings(quoted("a", "It is over."), quoted("b", "It is over.", "Harwick"))) == 1


def test_a_short_saying_that_two_heard_differently() -> None:
    saying = one(quoted("a", "She is tougher than all of us"), quoted("b", "She's tougher than any of us"))
    assert kinds(saying) == [[], ["spelling", "word"]]


def test_look_alikes_are_not_one() -> None:
    assert sayings(quoted("a", "We are proud of our team tonight."), quoted("b", "We are proud of our city and its people.")) == ()
    assert sayings(quoted("a", "That was not a straight road."), quoted("b", "A straight road is a straight road, I told him.")) == ()


def test_the_first_version_is_the_earliest_of_the_story() -> None:
    tellings = [quoted(name, words) for name, words in (("z", "We lost the old mill in the fire."), ("a", "We lost the mill in the fire."))]
    saying = one(*tellings)
    assert [version.article for version in saying.versions] == ["z", "a"]
    assert saying.versions[1].edits == (Edit("trimmed", "", "old"),)


def test_indirect_speech_joins_only_with_the_speaker_and_nearly_all_the_matter() -> None:
    quote = quoted("a", "The mill at Tarn Bridge will be rebuilt by spring with stone.")
    told = "Ann Harwick said the mill at Tarn Bridge would be rebuilt with stone by spring."
    content = "the mill at Tarn Bridge would be rebuilt with stone by spring"
    saying = one(quote, quoting("b", told, Said(content, "Harwick", kind="indirect")))
    assert (saying.versions[1].kind, saying.versions[1].edits) == ("indirect", ())
    assert sayings(quote, quoting("b", told, Said(content, "Ben Oduya", kind="indirect"))) == ()
    assert sayings(quote, quoting("b", "Harwick said the mill will open.", Said("the mill will open", "Harwick", kind="indirect"))) == ()


def test_indirect_speech_does_not_join_where_the_article_quotes_the_words() -> None:
    text = 'She said the mill at Tarn Bridge would be rebuilt with stone by spring. "The mill at Tarn Bridge will be rebuilt by spring."'
    says = (
        Said("the mill at Tarn Bridge would be rebuilt with stone by spring", "Ann Harwick", kind="indirect"),
        Said('"The mill at Tarn Bridge will be rebuilt by spring."', "Ann Harwick"),
    )
    saying = one(quoted("a", "The mill at Tarn Bridge will be rebuilt by spring."), quoting("b", text, *says))
    assert [version.kind for version in saying.versions] == ["direct", "direct"]


def test_dialogue_without_marks_is_taken_whole() -> None:
    text = "- The river came over the wall at four, says Ann Harwick."
    dashed = quoting("a", text, Said("- The river came over the wall at four", "Ann Harwick"))
    assert texts(one(dashed, quoted("b", "The river came over the wall at four.")))["a"] == "The river came over the wall at four"


def test_a_quotation_left_open_ends_with_its_paragraph() -> None:
    text = "“The river came over the wall at four.\n“Then the lights went out in the whole of the town,” she said."
    content = "“The river came over the wall at four. | “Then the lights went out in the whole of the town,”"
    found = sayings(
        quoting("a", text, Said(content)),
        quoted("b", "The river came over the wall at four. Then the lights went out in the whole of the town."),
    )
    assert [texts(saying)["a"] for saying in found] == [
        "The river came over the wall at four.",
        "Then the lights went out in the whole of the town",
    ]


def test_a_sentence_that_goes_on_in_the_next_paragraph() -> None:
    text = "“The river came over the wall\n“at four in the morning,” she said."
    parted = quoting("a", text, Said("“The river came over the wall | “at four in the morning,”"))
    assert texts(one(parted, quoted("b", "The river came over the wall at four in the morning.")))["a"].endswith(
        "wall at four in the morning"
    )


def test_abbreviations_do_not_end_a_sentence() -> None:
    words = "I asked Dr. Vane and Mrs. Oduya of the U.S. Mill Society to come at 4 p.m. on Friday."
    assert texts(one(quoted("a", words), quoted("b", words)))["a"] == words


def test_edits_by_kind() -> None:
    first = "We will not sell the mill, and all four of us agree on that"
    assert edits.find("We will sell the mill, and all four of us agree on that", first) == (Edit("negation", "", "not"),)
    assert edits.find("We will not sell the mill, and all five of us agree on that", first) == (Edit("number", "five", "four"),)
    assert edits.find("We will not sell the house, and all four of us agree on that", first) == (Edit("word", "house", "mill"),)
    assert edits.find("We will not sell the mill ... of us agree on that", first) == (Edit("ellipsis", "...", "and all four"),)
    assert edits.find("We will not sell the old mill, and all four of us agree on that", first) == (Edit("added", "old", ""),)
    assert edits.find("We will not sell the Mill, and all four of us agree on that", first) == (Edit("case", "Mill", "mill"),)
    assert edits.find("We will never sell the mill, and all four of us agree on that", first) == (Edit("word", "never", "not"),)
    assert edits.find("We won't sell the mill, and all four of us agree on that!", first) == (
        Edit("spelling", "won't", "will not"),
        Edit("punctuation", "!", ""),
    )


def test_omission_marks_at_either_end_are_read() -> None:
    first = "We will not sell the mill, and all four of us agree"
    assert edits.find("... all four of us agree", first) == (Edit("ellipsis", "...", "We will not sell the mill, and"),)
    assert edits.find("We will not sell the mill …", first) == (Edit("ellipsis", "…", "and all four of us agree"),)
    assert edits.find("", first)[0].kind == "negation" or edits.find("", first)[0].kind == "trimmed"


def test_what_is_no_edit() -> None:
    assert edits.find("“We’re here”", '"We\'re here"') == ()
    assert edits.find("we are  here —and glad,", "We are here — and glad.") == ()
    assert edits.find("[W]e are the U.S. team & glad", "We are the US team and glad") == ()
    assert edits.find("... we are here", "We are here") == ()


def test_the_same_input_gives_the_same_sayings() -> None:
    tellings = [
        quoted(name, f"We lost the mill at {place} in the great fire of that night.") for name, place in (("a", "Tarn"), ("b", "Wex"))
    ]
    assert sayings(*tellings) == sayings(*tellings)


def test_a_stray_word_far_off_does_not_stretch_a_match() -> None:
    ours = wording.keys("the river came over the wall and it stayed")
    for theirs in (
        "the whole long and dark night through we sat with lamps until river came over the wall",
        "river came over the wall while all of us slept in our beds upstairs and dreamed so long it",
    ):
        found = align(ours, wording.keys(theirs), Rarity([frozenset(ours)]))
        assert (found.matched, found.tight > 0.7) == (5, True)
    assert align(ours, ["boat"], Rarity([])).matched == 0


def test_three_words_of_nobody_are_no_saying() -> None:
    assert sayings(quoted("a", "It is over.", None), quoted("b", "It is over.", None)) == ()
    assert len(sayings(quoted("a", "It is over now.", None), quoted("b", "It is over now.", None))) == 1


def test_a_no_that_is_swapped_in_turns_it_round() -> None:
    assert edits.find("Nobody saw the old mill burn", "Somebody saw the old mill burn") == (Edit("negation", "Nobody", "Somebody"),)


# -- whose words ------------------------------------------------------------------------------------


def named_as(*speakers: str | None) -> str | None:
    words = "We lost the old mill in the fire."
    tellings = [
        telling(name, f'"{words}" said {speaker} of Wexley.', Marks(says=[Said(words, speaker)]))
        for name, speaker in zip("abcdef", speakers, strict=False)
    ]
    (saying,) = versions.find(tellings, of_story(tellings))
    assert [version.speaker for version in saying.versions] == list(speakers)  # each keeps the one it names
    return saying.speaker


def test_the_speaker_is_the_one_whom_most_name_else_whom_the_first_names() -> None:
    assert named_as("Ben Oduya", "Ann Harwick", "Harwick") == "Ann Harwick"
    assert named_as("Ben Oduya", "Ann Harwick") == "Ben Oduya"
    assert named_as(None, "Ann Harwick", "Ben Oduya") == "Ann Harwick"
    assert named_as("Capt. Ann Harwick", "Ann Harwick") == "Ann Harwick"
    assert named_as("Harwick", "Harwick", "Ann Harwick") == "Ann Harwick"
    assert named_as(None, None) is None


def test_a_word_with_hyphens_is_no_utterance() -> None:
    said = [Said("wait-and-see-again", "Ann Harwick", kind="mixed"), Said("We wait and see again.", "Ann Harwick")]
    texts = ('Ann Harwick has a "wait-and-see-again" stance.', '"We wait and see again." Ann Harwick said.')
    tellings = [telling(name, text, Marks(says=[one])) for name, text, one in zip("ab", texts, said, strict=True)]
    assert versions.find(tellings, of_story(tellings)) == ()
