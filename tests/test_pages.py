"""Whole stories, from their articles to the comparison and the page, held against what was read and found right before.

`./run pages` writes the expected files anew; read the difference line by line before it is committed.
"""

from __future__ import annotations

import json
import os
import re
from pathlib import Path

import pytest

from samestory import pipeline, showing
from samestory.model import Comparison
from samestory.showing import export

STORIES = sorted(path for path in (Path(__file__).parent / "pages").iterdir() if path.is_dir())


@pytest.mark.parametrize("folder", STORIES, ids=lambda folder: folder.name)
def test_story(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    found = list(pipeline.compare(["articles"], workers=1))
    assert [type(one) for one in found] == [Comparison]
    comparison = next(one for one in found if isinstance(one, Comparison))
    rows = json.dumps(export.nested_row(comparison), indent=1, ensure_ascii=False) + "\n"
    page = re.sub(r"<(style|script)\b.*?</\1>", r"<\1></\1>", showing.page(comparison), flags=re.DOTALL)
    for name, text in (("comparison.json", rows), ("page.html", page)):
        if os.environ.get("SAMESTORY_RENEW"):
            Path(name).write_text(text, encoding="utf-8")
        assert Path(name).read_text(encoding="utf-8") == text, f"{folder.name}/{name} is not as expected; see ./run pages"
