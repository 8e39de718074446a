"""A page laid out: every visible line is in the text once, marked, with its links."""

from __future__ import annotations

import pytest

from samestory.model import Article
from samestory.reading import furniture, layout, read_bytes, signs

PARAGRAPHS = [
    "The ferry to Wexley ran aground on a sandbank on Tuesday with sixty people on board, the harbour master said in the evening.",
    "All of them were taken off by noon, and nobody was hurt, although a crate of eels was lost and has not been found since then.",
    "The boat was floated off in the evening and was taken to the yard at Arlebridge, where she will stay for some days.",
    "Her master, Ida Brook, said that the buoys had been moved in the winter storm and that nobody had told her where they were.",
]


def page(*inside: str) -> Article:
    menu = "".join(f'<li><a href="/{word}">{word}</a></li> ' for word in ("News", "Sport", "Weather"))
    body = "".join(inside)
    markup = (
        f"<html><body><nav><ul>{menu}</ul></nav><article><h1>Ferry runs aground</h1>{body}</article><footer>Imprint</footer></body></html>"
    )
    found = next(read_bytes(markup.encode(), "a.html"))
    assert isinstance(found, Article)
    return found


def kinds(article: Article) -> dict[str, str]:
    return {article.words(block.span): block.kind for block in article.blocks}


def test_title_first_then_all_lines_in_page_order() -> None:
    article = page(*(f"<p>{words}</p>" for words in PARAGRAPHS))
    assert article.text.split("\n\n") == ["Ferry runs aground", "News Sport Weather", *PARAGRAPHS, "Imprint"]
    assert [block.kind for block in article.blocks] == ["title", "furniture", *["body"] * 4, "furniture"]


def test_breaks_part_lines_and_inline_marks_do_not() -> None:
    article = page(f"<div>{PARAGRAPHS[0]}<br><br>{PARAGRAPHS[1]}</div>", f"<p>{PARAGRAPHS[2].replace('boat', '<b>bo</b>at')}</p>")
    assert [words for words, kind in kinds(article).items() if kind == "body"] == PARAGRAPHS[:3]


def test_links_have_their_words() -> None:
    linked = PARAGRAPHS[1].replace("a crate of eels", 'a <a href="https://eels.example/1"> crate\n of <i>eels</i> </a>')
    article = page(f"<p>{PARAGRAPHS[0]}</p>", f"<p>{linked}</p>", f"<p>{PARAGRAPHS[2]}</p>")
    assert [(article.words(link.span), link.url) for link in article.links] == [("crate of eels", "https://eels.example/1")]


def test_captions_and_credits_are_told_apart() -> None:
    figure = (
        '<figure><img src="a.jpg"><figcaption>The ferry on the sand.<span class="photo-credit"><br>Joel Tarn</span></figcaption></figure>'
    )
    article = page(f"<p>{PARAGRAPHS[0]}</p>", figure, *(f"<p>{words}</p>" for words in PARAGRAPHS[1:]))
    assert kinds(article)["The ferry on the sand."] == "caption"
    assert kinds(article)["Joel Tarn"] == "photo_credit"


def test_prompts_between_paragraphs_are_furniture() -> None:
    prompts = ["READ MORE: Ten piers", "Advertisement", "Sign up for our newsletter", "Follow us on Facebook and Instagram"]
    pieces = [f"<p>{words}</p>" for pair in zip(PARAGRAPHS, prompts, strict=True) for words in pair]
    assert {words for words, kind in kinds(page(*pieces)).items() if kind == "furniture"} >= set(prompts)


def test_depth_costs_nothing() -> None:
    tree = layout.parse("<div>" * 240 + "hello" + "</div>" * 240)
    assert [line.text for line in layout.lines(tree)] == ["hello"]


@pytest.mark.parametrize(("rule", "line"), [(rule, line) for rule, _, line in furniture.PATTERNS])
def test_every_pattern_fits_its_example(rule: str, line: str) -> None:
    assert furniture.find(line) == rule


@pytest.mark.parametrize(
    ("kind", "rule", "line"),
    [("photo_credit", rule, line) for rule, _, line in signs.CREDITS] + [("byline", rule, line) for rule, _, line in signs.BYLINES],
)
def test_every_sign_fits_its_example(kind: str, rule: str, line: str) -> None:
    assert signs.look(line) == (kind, rule)


@pytest.mark.parametrize(
    "line",
    [
        "Read more books, the minister told the children of Wexley.",
        "More than forty people came to the meeting on Monday.",
        "Watch out for the tide, she said.",
        "Share prices fell on Tuesday.",
        "Sign up, he said, or be quiet.",
        "Follow the money, an old saying goes.",
        "Subscribers will pay 40 a year, the paper said.",
        "Related costs will be met by the town.",
        "By the time Ann Ode came home, it was dark.",
        "By Design, a shop on the quay, has closed.",
        "Comments that the mayor made on Monday angered many.",
        "This story has been told before, and not well.",
        "Advertising on the pier brought in 4,000 last year.",
        "Open fires are forbidden on the beach.",
        "Philadelphia, PA",
        "Copyrighted songs were played at the fair.",
        "The post was vacant for a year.",
        "Donate blood, the hospital asked.",
        "Video of the fall was shown in court.",
        "Getty, the master of the boat, was asleep.",
    ],
)
def test_prose_is_left_alone(line: str) -> None:
    assert signs.look(line) is None


def test_entities_escaped_twice_are_read_but_for_those_in_code() -> None:
    tree = layout.parse("<p>She said &amp;quot;no&amp;quot; &amp;#8212; twice &amp; once.</p><p>Write <code>&amp;amp;</code> for it.</p>")
    assert [line.text for line in layout.lines(tree)] == ['She said "no" \u2014 twice & once.', "Write &amp; for it."]
