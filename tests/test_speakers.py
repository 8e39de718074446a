"""Whom a source's words mean."""

from __future__ import annotations

import pytest

from attributing_setup import passages
from samestory.attributing import credits, names, quotes
from samestory.model import Quote, Speaker


def quoted(text: str) -> tuple[Quote, ...]:
    made, parsed = passages(text)
    roster = names.people(made, parsed, names.find(parsed))
    return quotes.find(made, parsed, roster, credits.find(made, parsed)).quotes


def last_speaker(text: str) -> Speaker | None:
    return quoted(text)[-1].speaker


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('Hanna Marrow sold the mill. "It was time," she said on Monday.', "Hanna Marrow"),
        ('Hanna Marrow met Carl Bellow. "It was time to sell," he said.', "Carl Bellow"),
        ('Hanna Marrow met Susan Bellow there. Both cried. "It was time to sell," she said.', "Hanna Marrow"),
        ('The mayor, Hanna Marrow, sold the mill. It rained. "It was time to sell," the mayor said.', "Hanna Marrow"),
        ("Hanna Marrow, who owns the mill, said that it was time to sell.", "Hanna Marrow"),
    ],
)
def test_persons(text: str, name: str) -> None:
    speaker = last_speaker(text)
    assert speaker is not None
    assert (speaker.name, speaker.kind) == (name, "person")


def test_a_pronoun_that_could_be_either_is_nobody() -> None:
    text = 'The letter was for Hanna Marrow and Susan Bellow. "It was time to sell," she said.'
    assert last_speaker(text) is None


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Police said that the mill was closed.", "police", "group"),
        ("Many farmers said that the mill was closed.", "many farmers", "group"),
        ("Those who worked at the mill said that it was closed.", "those", "group"),
        ("Another user wrote that the mill was closed.", None, "unnamed"),
        ("Sources said that the mill was closed.", None, "unnamed"),
        ("The mill was closed, Reuters reported on Monday.", "Reuters", "outlet"),
        ("An official, who spoke on condition of anonymity, said that the mill was closed.", None, "unnamed"),
    ],
)
def test_kinds(text: str, name: str | None, kind: str) -> None:
    speaker = last_speaker(text)
    assert speaker is not None
    assert (speaker.name, speaker.kind) == (name, kind)


def test_the_mentions_lead_from_the_words_to_the_name() -> None:
    text = 'Hanna Marrow sold the mill. "It was time," she said on Monday.'
    speaker = last_speaker(text)
    assert speaker is not None
    assert [text[m.start : m.end] for m in speaker.mentions] == ["she", "Hanna Marrow"]


@pytest.mark.parametrize(
    ("text", "medium"),
    [
        ('"It was time to sell," Hanna Marrow wrote in her Instagram post.', "Instagram post"),
        ("Hanna Marrow said in a statement that it was time to sell.", "statement"),
        ('"It was time to sell," Hanna Marrow told reporters.', "told reporters"),
        ('"It was time to sell," Hanna Marrow said.', None),
        ('"It was time to sell," Hanna Marrow wrote in her heartbreaking Instagram post.', "Instagram post"),
        ('"It was time to sell," Hanna Marrow said in a written statement.', "written statement"),
        ('In the video, Hanna Marrow walks along the dam. "It was time to sell," Marrow says.', "video"),
    ],
)
def test_media(text: str, medium: str | None) -> None:
    found = quoted(text)[-1].medium
    assert (found.name if found else None) == medium


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # a sentence that begins with "He" is not by Mr. He
        ("Vice Premier Liu He met Tom Roe on Monday. Roe said the talks went well. He said they would go on.", "Tom Roe"),
        # whom the sentence is foremost about goes on speaking, though only the other's first name tells a he
        ("Saad Marrow blamed the council for Tom Roe's fall. In a statement, he said that the dam would hold.", "Saad Marrow"),
        # owner of what the sentence is about
        (
            "Karl Poe and Lou Sol stayed away. Tom Roe's announcement that he would leave sparked a response. He said the dam would hold.",
            "Tom Roe",
        ),
        # a rally named after somebody is nobody
        ("Tom Roe went to a Poe rally. Karl Poe was late. Roe left early. He said the dam would hold.", "Tom Roe"),
        # whom a clause goes on to name is not meant by its pronoun
        ("Tom Roe wrote to Karl Poe. He said Roe was wrong.", "Karl Poe"),
        # somebody whom only his office tells goes between
        ("Tom Roe left early. A guard saw the wall. He said the dam would hold.", None),
        # "the official" may be anybody
        ("Tom Roe, a former official, left. A second official saw it. The official said the dam would hold.", None),
        # who was president is not the one who is
        ("Tom Roe praised former president Karl Poe on Monday. The president said that the dam would hold.", None),
        # whom one meets does not speak
        ("Tom Roe opened the fair on Monday. After a meeting with Karl Poe, he said the dam would hold.", "Tom Roe"),
    ],
)
def test_who_he_is(text: str, speaker: str | None) -> None:
    found = quoted(text)[-1].speaker
    assert (found.name if found else None) == speaker


def test_a_strategist_without_a_name_is_not_the_one_with_a_name() -> None:
    text = (
        "Karl Poe, a strategist for the mayor, left early. A senior strategist, who asked not to be named, was shocked. "
        '"I have no idea," the prominent strategist said.'
    )
    speaker = last_speaker(text)
    assert quoted(text)
    assert speaker is None or speaker.name is None


def test_an_office_more_makes_no_second_person() -> None:
    text = '"The wall was thin," Carl Bellow, founder of the mill, and author of a book, told the board.'
    speaker = last_speaker(text)
    assert speaker is not None
    assert (speaker.name, speaker.kind) == ("Carl Bellow", "person")


def test_three_names_are_a_group_of_three() -> None:
    text = "Ann Park, Judith Sol and Hannah Katch at the Center on Dams explained that the wall was thin."
    (quote,) = quoted(text)
    assert quote.speaker is None or quote.speaker.name in {None, "Ann Park, Judith Sol and Hannah Katch"}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # the mayor is a he: his wife shares the name, not the words
        ("Mr. Marrow met his wife, Hanna Marrow, on Monday. Marrow said that the dam would hold.", ("person", "Marrow")),
        ("Dam council chairwoman and geologist Ann Poe, a critic, said that the dam would hold.", ("person", "Ann Poe")),
        ("Tom Roe and Ann Poe said that the dam would hold.", ("group", "Tom Roe and Ann Poe")),
        ("Reps. Tom Roe and Ann Poe said that the dam would hold.", ("group", "Tom Roe and Ann Poe")),
        ("Aldine President Tom Roe said that the dam would hold.", ("person", "Tom Roe")),
        ("A group of dam builders said that the dam would hold.", ("group", "group of dam builders")),
        ("At the Dam Committee, Rep. Tom Roe, D-N.Y., said that the dam would hold.", ("person", "Tom Roe")),
        ("Cue Tom Roe, the engineer. Roe said that the dam would hold.", ("person", "Tom Roe")),
    ],
)
def test_kind_and_name(text: str, speaker: tuple[str, str]) -> None:
    found = last_speaker(text)
    assert found is not None
    assert (found.kind, found.name) == speaker
