"""The fourth step: the tellings of one story are laid side by side. Plain data only; no language library.

Story -> Comparison

    versions    the same utterance across articles, with a word diff     (utterances, alignment, edits)
    agreement   facts lined up, with verdict and why              (lining, judging, spells)
    timeline    the days that the tellings speak of
    provenance  who credits, copies, quotes from and links to whom
    sources     what each article goes back to, and how many can stand alone   (speakers, bonds, passages, ownwords; in words: sourced)
    revisions   versions of one article, and what changed               (rewrites)
    summary     all that in counts                                      (quotations)
    alone       what one telling says and no other does                  (statements)
    lacking     what all other tellings say and one does not
"""

from __future__ import annotations

from collections.abc import Sequence

from samestory.comparing import (
    agreement,
    alone,
    lacking,
    persons,
    provenance,
    revisions,
    sourced,
    sources,
    summary,
    tellers,
    timeline,
    versions,
)
from samestory.comparing.sources import Basis
from samestory.model import Comparison, Story, Telling


def compare(story: Story, tellings: Sequence[Telling]) -> Comparison:
    """What the tellings of a story share and where they differ."""
    ordered = tellers.in_order(story, tellings)
    people = persons.of_story(ordered)
    changed = revisions.find(story, ordered)
    current = revisions.current(ordered, changed)  # two versions of one article confirm nothing, and differ from nobody
    several = len(current) > 1
    sayings = versions.find(current, people) if several else ()
    points = agreement.find(current, people, story.copies) if several else ()
    edges = provenance.find(story, ordered, changed)
    origins = sourced.told(sources.find(Basis(story, current, edges, sayings, people, changed)), current, changed, story.copies)
    told = alone.of_story(current if several else ())
    return Comparison(
        story=story,
        tellings=ordered,
        sayings=sayings,
        points=points,
        timeline=timeline.find(current, points),
        provenance=provenance.with_documents(edges, origins, ordered),
        only_in=alone.find(current, told, points),
        left_out=lacking.find(current, told, sayings, story.copies),
        revisions=changed,
        origins=origins,
        summary=summary.find(ordered, changed, origins, (sayings, points)),
    )
