"""Do the places of blocks lead back to their words, in a browser? 1,000 blocks of real pages, chosen by lot.

    python benchmarks/places.py [--blocks 1000] [--list]

Every page is saved with its markup untouched and opened in headless Chromium with scripts off and no network. For each block the
browser evaluates the XPath, takes the element's text content and cuts the code points out; what comes back has to be
the block's words, white space and characters without width aside.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import shutil
import tempfile
from collections import defaultdict
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from samestory.model import Article, Block
from samestory.reading import read_bytes
from samestory.reading.encoding import decode

DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "extraction"
SEED = 7
FOLLOW = """selectors => selectors.map(s => {
    const found = document.evaluate(s.xpath, document, null, XPathResult.FIRST_ORDERED_NODE_TYPE, null).singleNodeValue
    return found ? Array.from(found.textContent).slice(s.start, s.end).join("") : null
})"""
WITHOUT_WIDTH = dict.fromkeys(map(ord, "\u00ad\u200b\ufeff"))


def squeezed(text: str) -> str:
    return " ".join(text.translate(WITHOUT_WIDTH).split())


def chosen(pages: list[Path], number: int) -> dict[Path, list[tuple[str, Block]]]:
    """So many blocks of all pages, each with its words."""
    everything: list[tuple[Path, str, Block]] = []
    for path in pages:
        article = next(iter(read_bytes(path.read_bytes(), path.name)))
        if isinstance(article, Article):
            everything += [(path, article.words(block.span), block) for block in article.blocks if block.selector]
    found = defaultdict(list)
    for path, words, block in random.Random(SEED).sample(everything, min(number, len(everything))):
        found[path].append((words, block))
    return found


def followed(page: Page, path: Path, blocks: list[tuple[str, Block]]) -> list[str | None]:
    with tempfile.TemporaryDirectory() as folder:
        saved = Path(folder) / "page.html"
        saved.write_text("\ufeff" + decode(gzip.decompress(path.read_bytes())), encoding="utf-8")
        page.goto(saved.as_uri(), wait_until="domcontentloaded")
        selectors = [{"xpath": b.selector.xpath, "start": b.selector.start, "end": b.selector.end} for _, b in blocks if b.selector]
        answers: list[str | None] = page.evaluate(FOLLOW, selectors)
    return answers


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--blocks", type=int, default=1000)
    parser.add_argument("--list", action="store_true", help="print the blocks that do not come back")
    args = parser.parse_args()
    blocks = chosen(sorted(DATA.glob("*/html/*.html.gz")), args.blocks)
    right = total = body_right = body = 0
    with sync_playwright() as browsers:
        browser = browsers.chromium.launch(executable_path=shutil.which("chromium"))
        context = browser.new_context(java_script_enabled=False, offline=True)
        context.route("**/*", lambda route: route.continue_() if route.request.url.startswith("file:") else route.abort())
        page = context.new_page()
        for path, some in blocks.items():
            for (words, block), answer in zip(some, followed(page, path, some), strict=True):
                same = answer is not None and squeezed(answer) == squeezed(words)
                total, right = total + 1, right + same
                if block.kind in ("body", "heading"):
                    body, body_right = body + 1, body_right + same
                if args.list and not same and block.selector:
                    print(path.name, block.kind, block.selector.xpath, repr(words[:80]), repr(answer and squeezed(answer)[:80]))
        browser.close()
    print(json.dumps({"blocks": total, "came_back": right, "body_blocks": body, "body_came_back": body_right, "pages": len(blocks)}))


if __name__ == "__main__":
    main()
