"""The engine gives every item back, in order, whatever becomes of the worker."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from samestory import engine


def double(number: int) -> int:
    return 2 * number


def fail_on_seven(number: int) -> int:
    if number == 7:
        raise ValueError("seven")
    return number


def die_on_seven(number: int) -> int:
    if number == 7:
        os._exit(9)
    return number


def die_once(path: str) -> str:
    if path.endswith("mark") and not Path(path).exists():
        Path(path).touch()
        os._exit(9)
    return path


def test_few_items_stay_in_this_process() -> None:
    assert list(engine.each(double, [1, 2, 3])) == [(1, 2), (2, 4), (3, 6)]


def test_many_items_come_out_in_order() -> None:
    assert list(engine.each(double, range(500), workers=2)) == [(n, 2 * n) for n in range(500)]


def test_an_exception_rises_here() -> None:
    with pytest.raises(ValueError, match="seven"):
        list(engine.each(fail_on_seven, range(50), workers=2))


def test_an_item_that_kills_its_process_is_set_aside_alone() -> None:
    found = dict(engine.each(die_on_seven, range(50), workers=2))
    assert isinstance(found.pop(7), engine.Lost)
    assert found == {n: n for n in range(50) if n != 7}


def test_an_item_whose_process_was_killed_by_chance_is_tried_again(tmp_path: Path) -> None:
    items = [str(n) for n in range(30)] + [str(tmp_path / "mark")]
    assert dict(engine.each(die_once, items, workers=2)) == {i: i for i in items}
