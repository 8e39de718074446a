"""The spaCy component: on blank and other pipelines, through bytes, on empty docs."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc, DocBin

import samestory.spacy as component
from samestory import language

ROOT = Path(__file__).parents[1]
TEXT = (
    "MILL RIVER — The dam is leaking, E! News reported.\n\n"
    "“We will mend it,” Hanna Marrow, the mayor, told the Mill River Gazette on Monday. She added that nobody was in danger."
)


@pytest.fixture(scope="module")
def doc() -> Doc:
    nlp = spacy.blank("en")
    nlp.add_pipe("samestory_quotes")
    return nlp(TEXT)


def test_quotes_are_spans_of_the_doc(doc: Doc) -> None:
    first, second = doc._.quotes[-2:]
    assert all(span.doc is doc for quote in doc._.quotes for span in (*quote.content, *quote.cue, *quote.source))
    assert [span.text for span in first.content] == ["“We will mend it,”"]
    assert (first.kind, first.speaker, first.speaker_kind, first.role) == ("direct", "Hanna Marrow", "person", "mayor")
    assert first.medium == "told the Mill River Gazette"
    assert [span.text for span in first.cue] == ["told"]
    assert (second.kind, second.speaker, [span.text for span in second.source]) == ("indirect", "Hanna Marrow", ["She"])
    assert 0 < second.score <= 1


def test_credits(doc: Doc) -> None:
    assert [(credit.outlet, credit.covers.text.split()[0]) for credit in doc._.credits] == [
        ("E! News", "The"),
        ("Mill River Gazette", "“We"),
    ]
    assert doc._.credits[0].span.text == "E! News reported"


def plain(doc: Doc) -> list[tuple[object, ...]]:
    found = [(q.kind, [s.text for s in q.content], [s.text for s in q.source], q.speaker, q.medium, q.score) for q in doc._.quotes]
    return [*found, *((c.outlet, c.span.text, c.covers.text, c.rule) for c in doc._.credits)]


def test_through_bytes(doc: Doc) -> None:
    again = Doc(doc.vocab).from_bytes(doc.to_bytes())
    binned = next(iter(DocBin(docs=[doc], store_user_data=True).get_docs(doc.vocab)))
    assert plain(again) == plain(binned) == plain(doc) != []


@pytest.mark.parametrize("text", ["", " ", "\n\n \t\n", "“", "1"])
def test_odd_docs(text: str) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("samestory_quotes")
    odd = nlp(text)
    assert odd.text == text
    assert odd._.quotes == odd._.credits == ()


def test_a_doc_that_did_not_pass() -> None:
    assert spacy.blank("en")("Ann Doe said so.")._.quotes == ()


def test_a_whole_pipeline_saved_and_loaded(tmp_path: Path) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("samestory_quotes", last=True)
    nlp.to_disk(tmp_path / "pipeline")
    loaded = spacy.load(tmp_path / "pipeline")
    assert plain(loaded(TEXT)) == plain(nlp(TEXT))
    assert loaded.pipe_names == ["sentencizer", "samestory_quotes"]


def test_tokens_cut_otherwise() -> None:
    """A doc of two tokens: the spans are the whole tokens that hold the words."""
    vocab = spacy.blank("en").vocab
    cut = Doc(vocab, words=["“We_will_mend_it,”", "Hanna", "Marrow", "said."], spaces=[True, True, True, False])
    component.Component()(cut)
    assert [[span.text for span in quote.cue] for quote in cut._.quotes] == [["said."]]


def test_the_entry_point_names_the_factory() -> None:
    points = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["entry-points"]["spacy_factories"]
    assert points == {component.NAME: "samestory.spacy:make"}


def test_the_example_of_the_docs() -> None:
    text = (ROOT / "docs" / "spacy.md").read_text(encoding="utf-8")
    code, shown = re.findall(r"```(?:python|text)\n(.*?)```", text, re.DOTALL)[:2]
    printed: list[str] = []
    exec(code, {"print": lambda *words: printed.append(" ".join(map(str, words)))})
    assert "\n".join(printed).strip() == shown.strip()


def test_the_language_models_own_docs() -> None:
    nlp = language.model()
    assert plain(component.Component()(nlp(TEXT))) == plain(component.Component()(spacy.blank("en")(TEXT)))
