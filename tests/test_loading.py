"""The language library is loaded without what reading needs not, and is whole for whoever asks for it afterwards."""

from __future__ import annotations

import subprocess
import sys

import pytest

START = "import sys; from samestory import language; language.model(); "


def run(code: str) -> None:
    subprocess.run([sys.executable, "-W", "ignore", "-c", START + code], check=True)


def test_what_reading_needs_not_stays_out() -> None:
    run("assert not {'spacy.cli', 'pydantic', 'srsly._yaml_api', 'spacy.schemas'} & set(sys.modules)")


@pytest.mark.parametrize(
    "code",
    [
        "import spacy, spacy.cli; assert spacy.cli.download and spacy.info(silent=True)['spacy_version'] == spacy.__version__;"
        "from samestory.language import loading; assert loading.library() is spacy",
        # settings are checked as ever
        "import spacy\nfrom confection import ConfigValidationError\n"
        "try: spacy.blank('en', config={'nlp': {'batch_size': 'many'}})\n"
        "except ConfigValidationError: pass\n"
        "else: raise SystemExit('wrong settings were taken')",
        "from spacy.matcher import Matcher\n"
        "try: Matcher(language.model().vocab, validate=True).add('x', [[{'LOWR': 'a'}]])\n"
        "except ValueError: pass\n"
        "else: raise SystemExit('a wrong pattern was taken')",
        "import spacy\nfrom spacy.matcher import PhraseMatcher\nassert spacy.blank('en')('It rains.')[0].text == 'It'\n"
        "PhraseMatcher(language.model().vocab, attr='LOWER')\n"
        "try: PhraseMatcher(language.model().vocab, attr='CLUSTER')\n"
        "except ValueError: pass\n"
        "else: raise SystemExit('a wrong attribute was taken')",
        "import srsly; assert srsly.yaml_loads('a: 1') == {'a': 1}",
        "import spacy; name = next(n for n in language.MODELS if spacy.util.is_package(n)); nlp = spacy.load(name);"
        "assert [t.tag_ for t in nlp('It rains.')] == [t.tag_ for t in language.model()('It rains.')]",
    ],
    ids=["command-line", "settings", "patterns", "phrases", "yaml", "model"],
)
def test_the_library_is_whole_afterwards(code: str) -> None:
    run(code)


def test_a_library_that_is_there_is_taken_as_it_is() -> None:
    code = "import spacy, spacy.schemas; from samestory import language; language.model(); assert spacy.schemas.ConfigSchema.model_fields"
    subprocess.run([sys.executable, "-W", "ignore", "-c", code], check=True)
