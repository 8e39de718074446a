"""From the model's numbers to pieces."""

import numpy as np
import pytest

from samestory.attributing.decoding import SAID, cues, distances, links

NO, BEGIN, ON = (5.0, 0.0, 0.0), (0.0, 5.0, 0.0), (0.0, 0.0, 5.0)


def answers(length, *, source=None, said=(), cue=None):
    """Numbers as sure as can be: the source's first and last piece, the pieces said, the cue's first and last piece."""
    made = np.full((1, length, 5), -5.0, np.float32)
    for side, place in enumerate((*(source or (0, 0)), 0, *(cue or ()))):
        if side != SAID:
            made[0, place, side] = 5.0
    made[0, list(said), SAID] = 5.0
    return made


def linked(length, run, **parts):
    return next(links(answers(length, **parts), np.ones((1, length), np.int32), [run]))


@pytest.mark.parametrize(
    ("tags", "runs"),
    [
        ([NO, BEGIN, ON, NO], [(1, 3)]),
        ([NO, BEGIN, BEGIN, ON], [(1, 2), (2, 4)]),  # a cue may follow on another
        ([NO, ON, ON, NO], []),  # nothing goes on that did not begin
        ([NO, NO, NO, NO], []),
    ],
)
def test_cues_begin_and_go_on(tags, runs):
    found = list(cues(np.array([tags], np.float32), [[True] * 4]))
    assert [cue.run for cue in found] == runs


def test_the_neighbours_cues_are_left_to_it():
    tags = np.array([[BEGIN, ON, BEGIN, ON]], np.float32)
    assert [cue.run for cue in cues(tags, [[False, False, True, True]])] == [(2, 4)]


def test_distances_are_finer_when_near():
    (row,) = distances(200, [(100, 102)])
    assert row[100] == row[101] == 0
    assert row[99] == 1
    assert row[102] == 2
    assert row[92] != row[93]
    assert row[198] == row[199] == row.max()
    assert row[0] == row[1] == row.max() - 1


def test_source_is_the_likeliest_first_and_last():
    assert linked(10, (5, 6), source=(2, 4)).source == (2, 5)


def test_no_source_where_the_first_mark_is_likelier():
    assert linked(10, (5, 6)).source is None


@pytest.mark.parametrize("better", [(5, 5), (5, 8), (4, 6), (6, 6)])
def test_a_cue_is_mended(better):
    assert linked(12, (5, 7), cue=better).cue == (better[0], better[1] + 1)


def test_a_cue_is_not_mended_to_one_elsewhere():
    first, last = linked(12, (5, 7), cue=(9, 10)).cue
    assert first < 7
    assert last > 5


def test_a_cue_of_which_nothing_better_is_known_stays():
    assert linked(12, (5, 7)).cue == (5, 7)


def test_a_mended_cue_is_not_said():
    assert linked(10, (4, 5), cue=(4, 5), said=[5, 6, 7]).content == ((6, 8),)


def test_content_in_pieces_around_its_cue():
    assert linked(10, (5, 6), said=[2, 3, 4, 5, 6, 7]).content == ((2, 5), (6, 8))


def test_content_has_no_stray_holes():
    made = answers(10, said=[4, 6, 7])
    made[0, 5, SAID] = -0.5  # hardly out, between pieces that are surely in
    (found,) = links(made, np.ones((1, 10), np.int32), [(1, 2)])
    assert found.content == ((4, 8),)


def test_padding_is_never_said():
    mask = np.ones((1, 10), np.int32)
    mask[0, 6:] = 0
    (found,) = links(answers(10, said=range(3, 10)), mask, [(1, 2)])
    assert found.content == ((3, 6),)


def test_nothing_said():
    found = linked(10, (5, 6))
    assert found.content == ()
    assert found.content_sureness == 0
