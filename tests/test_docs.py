"""Every command, public name, row field and table has its place in the docs."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

import samestory
from samestory.cli import app

ROOT = Path(__file__).parents[1]
DOCS = "\n".join(path.read_text(encoding="utf-8") for path in [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))])


@pytest.mark.parametrize("command", [c.name or c.callback.__name__ for c in app.registered_commands if c.callback])
def test_commands(command: str) -> None:
    assert f"samestory {command}" in DOCS or f"### {command}" in DOCS


@pytest.mark.parametrize("name", samestory.__all__)
def test_public_names(name: str) -> None:
    assert getattr(samestory, name)
    assert f"`{name}`" in DOCS


def fields(schema: object) -> Iterator[str]:
    if isinstance(schema, dict):
        yield from schema.get("properties", {})
        for value in schema.values():
            yield from fields(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from fields(value)


def test_row_fields() -> None:
    schemas = [json.loads(file.read_text(encoding="utf-8")) for file in files("samestory").joinpath("schemas").iterdir()]
    names = {name for schema in schemas for name in fields(schema)}
    assert {name for name in names if f"`{name}`" not in DOCS and f'"{name}"' not in DOCS} == set()


def test_tables() -> None:
    tables = re.findall(r"CREATE (?:VIRTUAL )?TABLE (\w+)", files("samestory").joinpath("store.sql").read_text(encoding="utf-8"))
    assert {name for name in tables if f"`{name}`" not in DOCS} == set()


def test_no_research_data_is_in_the_project() -> None:
    """Sentences of the seed articles stand nowhere in what is committed (where ../shared is here to tell)."""
    seeds = ROOT.parent / "shared" / "data" / "seeds"
    if not seeds.exists():
        pytest.skip("../shared/data is not here: nothing to compare with")
    sentences = {s.strip() for f in seeds.glob("*.txt") for s in re.split(r"(?<=[.!?])\s|\n", f.read_text(encoding="utf-8")) if len(s) > 40}
    for path in [*ROOT.glob("src/**/*"), *ROOT.glob("tests/**/*"), *ROOT.glob("docs/*"), *ROOT.glob("*.md"), *ROOT.glob("changes/*")]:
        if path.is_file() and path.suffix in {".py", ".txt", ".md", ".html", ".json", ".jsonl", ".xml"}:
            text = path.read_text(encoding="utf-8", errors="replace")
            assert not [s for s in sentences if s in text], path


def test_the_schema_of_all_nests_those_of_its_parts() -> None:
    """`stories.json` repeats the rows of `attribute` and `compare`: a field added to one is added to the other."""
    schemas = {name: json.loads(files("samestory").joinpath(f"schemas/{name}.json").read_text(encoding="utf-8")) for name in PARTS}
    story = schemas["stories"]["properties"]["stories"]["items"]["properties"]
    assert story["comparison"]["properties"] == schemas["comparison"]["properties"]
    assert story["tellings"]["items"]["properties"]["telling"]["properties"] == schemas["telling"]["properties"]
    assert story["copies"] == schemas["story"]["properties"]["copies"]


PARTS = ("stories", "comparison", "telling", "story")
