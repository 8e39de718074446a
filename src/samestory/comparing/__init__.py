"""The fourth step: the tellings of one story are laid side by side. Plain data only; no language library.

Story -> Comparison

    versions    the same utterance across articles, with a word diff     (utterances, alignment, edits)
    agreement   facts lined up, with verdict and why              (lining, judging, spells)
    timeline    the days that the tellings speak of
    provenance  who credits, copies, quotes from and links to whom
    alone       what one telling says and no other does                  (statements)
    lacking     what all other tellings say and one does not
"""

from __future__ import annotations

from collections.abc import Sequence

from samestory.comparing import agreement, alone, lacking, persons, provenance, tellers, timeline, versions
from samestory.model import Comparison, Story, Telling


def compare(story: Story, tellings: Sequence[Telling]) -> Comparison:
    """What the tellings of a story share and where they differ."""
    ordered = tellers.in_order(story, tellings)
    people = persons.of_story(ordered)
    several = len(ordered) > 1
    sayings = versions.find(ordered, people) if several else ()
    told = alone.of_story(ordered)
    return Comparison(
        story=story,
        tellings=ordered,
        sayings=sayings,
        points=agreement.find(ordered, people, story.copies) if several else (),
        timeline=timeline.find(ordered),
        provenance=provenance.find(story, ordered),
        only_in=alone.find(ordered, told),
        left_out=lacking.find(ordered, told, sayings, story.copies),
    )
