"""Streaming story grouping: each arriving telling joins a story or opens one."""

from __future__ import annotations

from samestory.model import Decision, Story, Telling


class Grouper:
    """The index of what has arrived so far."""

    def add(self, telling: Telling) -> Decision:
        """Place one telling; says where and why."""
        raise NotImplementedError

    def stories(self) -> tuple[Story, ...]:
        """All stories so far, earliest first, with copies."""
        return ()
