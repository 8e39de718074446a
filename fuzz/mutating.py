"""Mutations that know what they change: values of JSON, parts of a Parquet file. Everything else is left to the fuzzer's own."""

from __future__ import annotations

import json
import random
from collections.abc import Callable

Mutate = Callable[[bytes, int], bytes]  # the fuzzer's own, which learns from what it sees

ODD: tuple[object, ...] = (
    None, True, 0,
    -1, 1e308, 10**400, "", " ", "\ud800", "\x00", "<p>x</p>", "<" * 300, "A" * 5000, [], {}, [[]], [None], [{"value": 3}],
    {"name": None}, "2025-13-45", "https://[", "//", "0001-01-01", "By " * 50, "&amp;amp;", "\u202e", "{{", [1, "a", None],
)  # fmt: skip
_KEYS = """
    id text html title outlet date url byline language uri bodies headlines headline body_xhtml body_text contenttype value versioncreated
    firstcreated infosources name items version content_html authors tags link published updated role by section modified"""
KEYS = tuple(_KEYS.split())


def json_rows(data: bytes, most: int, seed: int, mutate: Mutate) -> bytes:
    """One value of the JSON changed, added or taken away; bytes that are no JSON go to the fuzzer's own mutation."""
    chance = random.Random(seed)
    if chance.random() < 0.3:
        return mutate(data, most)
    lines = data.split(b"\n")
    at = chance.randrange(len(lines))
    try:
        value = json.loads(lines[at])
    except (ValueError, RecursionError):
        return mutate(data, most)
    lines[at] = json.dumps(_changed(value, chance)).encode("utf-8", "replace")
    return b"\n".join(lines)[:most]


def _changed(value: object, chance: random.Random, depth: int = 0) -> object:
    if depth > 6 or chance.random() < 0.1:
        return chance.choice(ODD)
    if isinstance(value, dict):
        key = chance.choice([*value, chance.choice(KEYS)])
        if chance.random() < 0.1:
            return {name: one for name, one in value.items() if name != key}
        return {**value, key: _changed(value.get(key), chance, depth + 1)}
    if isinstance(value, list) and value:
        at = chance.randrange(len(value))
        return [*value[:at], _changed(value[at], chance, depth + 1), *value[at + 1 :]]
    if isinstance(value, str) and value and chance.random() < 0.6:
        at = chance.randrange(len(value))
        odd = chance.choice(ODD)
        return value[:at] + (odd if isinstance(odd, str) else str(odd)) + value[at:]
    return chance.choice(ODD)


def parquet(data: bytes, most: int, seed: int, mutate: Mutate) -> bytes:
    """The footer, the data or the length of the footer changed, with the marks of the format kept."""
    chance = random.Random(seed)
    if len(data) < 12 or chance.random() < 0.1:
        return mutate(data, most)
    length = min(int.from_bytes(data[-8:-4], "little"), len(data) - 12)
    body, footer = data[4 : len(data) - 8 - length], data[len(data) - 8 - length : -8]
    choice = chance.randrange(4)
    if choice == 0 and footer:
        footer = mutate(footer, most // 2)
    elif choice == 1 and body:
        body = mutate(body, most // 2)
    elif choice == 2 and footer:
        at = chance.randrange(len(footer))
        footer = footer[:at] + bytes([chance.randrange(256)]) + footer[at + 1 :]
    told = len(footer) if choice != 3 else chance.choice((0, 1, 2**31, 2**32 - 1, len(footer) * 2))
    return (b"PAR1" + body + footer + told.to_bytes(4, "little") + b"PAR1")[: max(most, 12)]


MUTATIONS = {"rows": json_rows, "parquet": parquet}
