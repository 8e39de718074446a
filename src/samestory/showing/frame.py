"""What every page stands in: templates, style, script, and the policy that forbids it the network.

A template's name and its values come in; one file's text goes out. The policy allows exactly the style and
script that the page was made with, by their hashes.
"""

from __future__ import annotations

import re
from base64 import b64encode
from functools import lru_cache
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from samestory.showing import wording

# Characters that no HTML file may hold, or that cannot be written as UTF-8.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def render(template: str, *, script: str, style: str = "", values: dict[str, object]) -> str:
    """One page; `style` is what this page alone needs beside the common style."""
    styles = [_file("style.css"), *([style] if style else [])]
    scripts = [_file(script)]
    html = (
        _environment()
        .get_template(template)
        .render(
            values | {"styles": [Markup(s) for s in styles], "scripts": [Markup(s) for s in scripts], "policy": _policy(styles, scripts)}
        )
    )
    return _FORBIDDEN.sub("\ufffd", html)


def address(url: str | None) -> str | None:
    """The address where it may become a link: the web only, never a script or a file.

    >>> address("https://example.org/a"), address("javascript:alert(1)")
    ('https://example.org/a', None)
    """
    return url if url and re.match(r"https?://[^\s/]", url, re.IGNORECASE) else None


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("samestory.showing"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters |= {"many": wording.many, "plain_day": wording.plain_day, "moment": wording.moment, "listed": wording.listed}
    environment.filters |= {"address": address, "excerpt": wording.excerpt}
    return environment


@lru_cache(maxsize=8)
def _file(name: str) -> str:
    return files("samestory.showing").joinpath("templates", name).read_text(encoding="utf-8").replace("\r\n", "\n")


def _policy(styles: list[str], scripts: list[str]) -> str:
    allowed = {"style-src": styles, "script-src": scripts}
    rules = [f"{kind} {' '.join(_hash(text) for text in texts)}" for kind, texts in allowed.items()]
    return "; ".join(["default-src 'none'", *rules, "img-src data:", "base-uri 'none'", "form-action 'none'"])


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode('utf-8')).digest()).decode('ascii')}'"
