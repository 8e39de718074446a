"""Loading the language library without its command line, which takes 40 % of the time that its import takes.

`import spacy` brings downloaders, web clients and a project manager for one function, `spacy.info`. Here they are left out until
somebody asks for them: `import spacy.cli` and `spacy.info()` work as ever afterwards. Nothing else of the library is touched.
"""

from __future__ import annotations

import importlib
import sys
from types import ModuleType
from typing import Any

_LEFT_OUT = ("spacy.cli", "spacy.cli.info")


def library() -> ModuleType:
    """The language library, loaded once a process."""
    if "spacy" in sys.modules:
        return sys.modules["spacy"]
    for name in _LEFT_OUT:
        sys.modules[name] = ModuleType(name)
    sys.modules[_LEFT_OUT[-1]].info = _info  # type: ignore[attr-defined]
    try:
        return importlib.import_module("spacy")
    finally:
        for name in _LEFT_OUT:
            del sys.modules[name]


def _info(*args: Any, **options: Any) -> Any:
    return importlib.import_module("spacy.cli.info").info(*args, **options)
