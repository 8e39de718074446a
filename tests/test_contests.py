"""Who won, who holds a place that one alone can hold, and who said a sentence."""

from __future__ import annotations

import pytest

from differing import differing, words


@pytest.mark.parametrize(
    ("ours", "theirs", "said"),
    [
        (
            "Joel Tarn scored as Wexley reached the cup final with a dominant 3-0 win over Northfield on Tuesday.",
            "Northfield became the first team in the cup final on the strength of a 3-0 victory over Wexley.",
            ["3-0 win over Northfield", "3-0 victory over Wexley"],
        ),
        (
            "Wexley felt the loss of the captain as they were beaten 2-0 by Northfield in Gull Point.",
            "Happy men of Wexley told us how they beat Northfield 2-0 at the cup.",
            ["beaten 2-0 by Northfield", "beat Northfield 2-0"],
        ),
        (
            "Also, fish can be had in Wexley, Harwick's hometown, and beer is sold in Northfield.",
            "In Harwick's hometown Northfield the drones of the company will soon be seen.",
            ["Wexley", "Northfield"],
        ),
        (
            "In the film Tarn plays Captain David Holt, who leads a crew to the moon.",
            "Tarn says that Ryan plays Captain David Holt, the friend of a whale.",
            ["Tarn", "Ryan"],
        ),
        (
            '"I\'ve got an overwhelmingly positive feeling toward ferries in the classroom," says Tarn, a teacher in Wexley.',
            '"I\'ve got an overwhelmingly good feeling toward ferries in the classroom," says Mara Holt of Northfield.',
            ["Tarn", "Mara Holt"],
        ),
    ],
)
def test_two_names_for_one_part(ours: str, theirs: str, said: list[str]) -> None:
    (point,) = [point for point in differing(ours, theirs) if point.kind == "name"]
    assert words(point, ours, theirs) == said


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        # two matches
        (
            "Wexley reached the cup final with a dominant 3-0 win over Northfield on Tuesday.",
            "Merle became the first team in the cup final on the strength of a 3-0 victory over Gull Point.",
        ),
        # the same result, told from the other side
        (
            "Wexley beat Northfield 2-0 in the first round of the cup.",
            "Northfield were beaten 2-0 by Wexley in the first round of the cup.",
        ),
        # one of them held the post before
        ("Wexley's mayor Ann Harwick opened the new ferry line.", "Wexley's former mayor Joel Tarn opened the old ferry line."),
        # a longer form of one name
        ("Wexley's mayor Ann Harwick opened the new ferry line.", "Mayor Harwick, Wexley's mayor, opened the line."),
        # one place, spelt in two ways
        ("The pilot was held in Norland's capital of Wexlaa.", "The pilot was seen on a street in Wexla, Norland's capital."),
        # two who say alike things
        (
            '"My favorite friend is walking away on his own terms," Holt said of the pilot.',
            '"Over the years friends told me when it was time to walk away on their terms," Tarn said.',
        ),
    ],
)
def test_what_both_can_be_true_of_two(ours: str, theirs: str) -> None:
    assert [point for point in differing(ours, theirs) if point.kind == "name"] == []
