"""What several tests share."""

from __future__ import annotations

import pytest

from samestory import pipeline
from samestory.demo import articles
from samestory.model import Comparison


@pytest.fixture(scope="session")
def demo() -> tuple[Comparison, ...]:
    """The stories of the shipped articles, compared; made once."""
    return tuple(one for one in pipeline.compare([str(articles())], workers=1) if isinstance(one, Comparison))
