"""Loading the language library and its model without what only training and configuring need: half of the time of its start.

`import spacy` brings a command line with web clients, a library that checks settings, a reader of YAML - for functions that reading
a text never calls. Here stand-ins take their places; the true module is loaded when somebody asks for one of its parts, so that
all of the library works as ever for whoever uses it in the same process. Where a part of the library is not as we know it, all
of it is loaded as it is.
"""

from __future__ import annotations

import importlib
import importlib.util
import re
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language

# Stand-ins and the functions in them that other modules of the library take by name.
LATE = {
    "spacy.cli": (),
    "spacy.cli.info": ("info",),
    "spacy.pipeline._edit_tree_internals.schemas": ("validate_edit_tree",),
    "srsly._yaml_api": ("read_yaml", "write_yaml", "yaml_dumps", "yaml_loads", "is_yaml_serializable"),
}
SCHEMAS = "spacy.schemas"
CHECKS = ("validate_init_settings", "validate_token_pattern", "validate", "get_arg_model")
CHECKING = ("pydantic", "pydantic.v1")
_TRUSTED: set[str] = set()  # while a model is loaded whose settings need no check
HANGING = re.compile(r"(?<=[a-z]{3})-$")
UNUSED = ["senter"]  # the model's second finder of sentences: the parser finds them


def library() -> ModuleType:
    """The language library, loaded once a process."""
    if "spacy" not in sys.modules:
        try:
            _without_extras()
        except (ImportError, AttributeError, TypeError):
            sys.modules.pop("spacy", None)
    return importlib.import_module("spacy")


def model(name: str) -> Language:
    """The installed model of this name, its settings taken on trust: they are the files that our requirements pin by hash."""
    library()
    try:
        return _trusted(name)
    except (AttributeError, ImportError, KeyError, OSError, TypeError, ValueError):  # another library's or package's build
        made: Language = importlib.import_module(name).load()
        _part_dashes(made.tokenizer)
        return made


def _trusted(name: str) -> Language:
    from spacy import util
    from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]

    util.registry.tokenizers("samestory.bare.v1", func=lambda: lambda nlp: Tokenizer(nlp.vocab))
    package = Path(str(importlib.util.find_spec(name).origin)).parent  # type: ignore[union-attr]
    meta = util.get_model_meta(package)
    folder = package / f"{meta['lang']}_{meta['name']}-{meta['version']}"
    config = util.load_config(folder / "config.cfg")
    config["nlp"]["tokenizer"] = {"@tokenizers": "samestory.bare.v1"}  # it is filled from the folder: not with English rules before
    _TRUSTED.add(SCHEMAS)
    try:
        made = util.load_model_from_config(config, meta=meta, exclude=UNUSED, validate=False)
        made = made.from_disk(folder, exclude=UNUSED)
        _part_dashes(made.tokenizer)
        return made
    finally:
        _TRUSTED.clear()


def _part_dashes(tokenizer: Any) -> None:
    """A hyphen that hangs on a word, for a dash, is a token of its own: "our 4 babies- and we"."""
    known = tokenizer.suffix_search
    tokenizer.suffix_search = lambda word: known(word) or HANGING.search(word)


# -- stand-ins -------------------------------------------------------------------------------


def _without_extras() -> None:
    held = {name: _stand_in(name, functions) for name, functions in LATE.items()}
    if not any(name in sys.modules for name in CHECKING):
        held |= {SCHEMAS: _schemas(), **dict.fromkeys(CHECKING)}  # type: ignore[dict-item]  # None: not to be had
    held = {name: module for name, module in held.items() if name not in sys.modules}
    sys.modules.update(held)
    try:
        importlib.import_module("spacy")
    finally:
        for name in held:
            if sys.modules.get(name) is held[name]:
                del sys.modules[name]
    if CHECKING[0] in held:
        _heed_schemas()


def _stand_in(name: str, functions: tuple[str, ...]) -> ModuleType:
    module = ModuleType(name)
    for function in functions:
        setattr(module, function, _late(name, function))
    return module


def _late(module: str, name: str) -> Callable[..., Any]:
    def call(*given: Any, **options: Any) -> Any:
        return getattr(importlib.import_module(module), name)(*given, **options)

    return call


def _schemas() -> ModuleType:
    """The library's schemas of settings, each a stand-in that asks the true one what its fields are."""
    module = _stand_in(SCHEMAS, CHECKS)
    module.__getattr__ = _schema  # type: ignore[method-assign]
    return module


def _schema(name: str) -> Any:
    if name.startswith("_"):
        raise AttributeError(name)
    from confection.validation import Schema, ensure_schema

    def true() -> Any:
        if SCHEMAS in _TRUSTED:
            return Schema
        return ensure_schema(_true(name))  # type: ignore[no-untyped-call]

    class Late(type(Schema)):  # type: ignore[misc]
        model_fields = property(lambda _: true().model_fields, lambda *_: None)
        model_config = property(lambda _: true().model_config, lambda *_: None)

    def check(cls: object, data: Any) -> Any:
        return true().model_validate(data)

    def fields(self: object) -> dict[str, Any]:
        return {"orth": None} if SCHEMAS in _TRUSTED else dict.fromkeys(true().model_fields)  # a tokenizer asks whether a word has letters

    parts = {"model_rebuild": classmethod(lambda *_, **__: None), "model_validate": classmethod(check), "model_dump": fields}
    return Late(name, (Schema,), parts)


def _true(name: str) -> Any:
    schema = getattr(importlib.import_module(SCHEMAS), name)
    if hasattr(schema, "model_rebuild"):  # some name classes that were not there yet when they were made
        here = importlib.import_module("spacy")
        schema.model_rebuild(_types_namespace={name: getattr(here, name) for name in ("Language", "Vocab", "Example")})
    return schema


def _heed_schemas() -> None:
    """The reader of settings took the library of schemas for not installed: it looks again once somebody has loaded it."""
    settings = importlib.import_module("confection.validation")
    known = settings._is_pydantic_model

    def is_schema(thing: object) -> bool:
        if settings._PydanticV2BaseModel is None and CHECKING[0] in sys.modules:
            for module, version in zip(CHECKING, ("V2", "V1"), strict=True):
                for part in ("BaseModel", "ValidationError"):
                    setattr(settings, f"_Pydantic{version}{part}", getattr(importlib.import_module(module), part))
        return bool(known(thing))

    settings.__dict__["_is_pydantic_model"] = is_schema
