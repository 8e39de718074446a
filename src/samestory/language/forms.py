"""Parts of speech and basic forms: the language model's own rules, asked once for each different word.

A word's letters, tag and grammatical label come in; its tag, part of speech, basic form and label go out, the same that
the model's attribute ruler and lemmatizer set. The few rules over two words ("gon" "na") are tried where their first word
stands. Morphology serves to find the basic form and is not set: no step reads it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from samestory.language.vectors import Unknown

KEPT = 100_000  # different words kept, some 30 MB; beyond, the table is begun anew

Word: TypeAlias = tuple[int, int, int]  # its letters, tag and label, as the language library numbers them
Values: TypeAlias = tuple[int, int, int, int]  # tag, part of speech, basic form, label
Test: TypeAlias = Callable[["Seen"], bool]
Key: TypeAlias = tuple[str, str]  # ("LOWER", "gon"), ("TAG", "VBD")

ANY: Key = ("", "")


@dataclass(frozen=True, slots=True)
class Seen:
    """What the rules ask of a word, under the names of the language library."""

    TAG: str
    LOWER: str
    DEP: str
    IS_SPACE: bool


@dataclass(frozen=True, slots=True)
class Rule:
    number: int
    words: tuple[tuple[Test, ...], ...]
    target: int  # the word that it changes
    keys: tuple[Key, ...]  # one of them its first word must have; none where that cannot be told


@dataclass(frozen=True, slots=True)
class Form:
    """What is known of a word: the rules that hold, those that may begin here, and what the first make of it."""

    rules: tuple[int, ...]
    begins: tuple[Rule, ...]
    values: Values


@dataclass(frozen=True, slots=True)
class Bare:
    """A word as the lemmatizer asks for it."""

    orth: int
    text: str
    pos: int
    pos_: str
    morph: Any


@dataclass
class Forms:
    """The rules, and what they made of the words met so far."""

    vocab: Any
    lemmatizer: Any
    rules: dict[Key, list[Rule]]  # by what their first word must have: 185 rules, some 20 of which are tried for a word
    sets: tuple[dict[str, int], ...]  # what each rule sets
    morphs: dict[int, Any]
    known: dict[Word, Form] = field(default_factory=dict)

    @classmethod
    def of(cls, ruler: Any, lemmatizer: Any, names: dict[int, str], morph: Callable[[Any, int], Any]) -> Forms:
        """The rules of the model; raises `Unknown` where there is one that this module cannot read.

        `names` are the names of the language library's numbers of attributes, `morph` makes a morphology of its number."""
        if lemmatizer.mode != "rule" or lemmatizer.overwrite:
            raise Unknown("lemmatizer")
        rules = [
            Rule(number, tuple(_tests(word) for word in words), entry["index"], _keys(words[0]))
            for number, entry in enumerate(ruler.patterns)
            for words in entry["patterns"]
        ]
        sets = tuple({names.get(key, str(key)): value for key, value in values.items()} for values in ruler.attrs)
        if any(not 0 <= rule.target < len(rule.words) for rule in rules) or any(set(s) - set(_SET) for s in sets):
            raise Unknown("rule")
        morphs = {key: morph(ruler.vocab, key) for key in {0, *(s["MORPH"] for s in sets if "MORPH" in s)}}
        by_key: dict[Key, list[Rule]] = defaultdict(list)
        for rule in rules:
            for key in rule.keys or (ANY,):
                by_key[key].append(rule)
        _hasten(lemmatizer.lookups)
        return cls(ruler.vocab, lemmatizer, dict(by_key), sets, morphs)

    def values(self, words: Iterable[Word]) -> list[Values]:
        """Tag, part of speech, basic form and label of the words of a paragraph."""
        keys = list(words)
        if len(self.known) > KEPT:
            self.known.clear()
        forms = [self.known.get(key) or self._learn(key) for key in keys]
        found = [form.values for form in forms]
        more: dict[int, set[int]] = defaultdict(set)
        for i, form in enumerate(forms):
            for rule in form.begins:
                if self._holds(rule, keys[i : i + len(rule.words)]):
                    more[i + rule.target].add(rule.number)
        for i, numbers in more.items():
            found[i] = self._values(keys[i], sorted({*forms[i].rules, *numbers}))
        return found

    def _learn(self, word: Word) -> Form:
        seen = self._seen(word)
        tried = [rule for key in (("LOWER", seen.LOWER), ("TAG", seen.TAG), ANY) for rule in self.rules.get(key, ())]
        holding = [rule for rule in tried if _all(rule.words[0], seen)]
        rules = tuple(sorted({rule.number for rule in holding if len(rule.words) == 1}))
        begins = tuple(rule for rule in holding if len(rule.words) > 1)
        self.known[word] = form = Form(rules, begins, self._values(word, rules))
        return form

    def _seen(self, word: Word) -> Seen:
        lexeme, strings = self.vocab[word[0]], self.vocab.strings
        return Seen(strings[word[1]], lexeme.lower_, strings[word[2]], lexeme.is_space)

    def _holds(self, rule: Rule, words: list[Word]) -> bool:
        return len(words) == len(rule.words) and all(_all(tests, self._seen(word)) for tests, word in zip(rule.words, words, strict=True))

    def _values(self, word: Word, rules: Iterable[int]) -> Values:
        orth, tag, label = word
        merged = {"TAG": tag, "DEP": label, "POS": 0, "MORPH": 0, "LEMMA": 0}
        for number in rules:  # a later rule outdoes an earlier one
            merged.update(self.sets[number])
        strings = self.vocab.strings
        bare = Bare(orth, strings[orth], merged["POS"], strings[merged["POS"]], self.morphs[merged["MORPH"]])
        lemma = merged["LEMMA"] or strings.add(self.lemmatizer.lemmatize(bare)[0])
        return merged["TAG"], merged["POS"], lemma, merged["DEP"]


_SET = ("TAG", "POS", "MORPH", "LEMMA", "DEP")


def _hasten(lookups: Any) -> None:
    """The lemmatizer asks for each new word whether it is in lists of up to 50,000 basic forms: a set answers at once."""
    index = lookups.get_table("lemma_index") if lookups.has_table("lemma_index") else {}
    for part, words in list(index.items()):
        index[part] = frozenset(words)


def _all(tests: tuple[Test, ...], seen: Seen) -> bool:
    for test in tests:  # noqa: SIM110 - a generator takes three times as long
        if not test(seen):
            return False
    return True


def _keys(word: dict[str, Any]) -> tuple[Key, ...]:
    for name in ("LOWER", "TAG"):
        asked = word.get(name)
        values = asked.get("IN", ()) if isinstance(asked, dict) else (asked,) if asked else ()
        if values:
            return tuple((name, value) for value in values)
    return ()


def _tests(word: dict[str, Any]) -> tuple[Test, ...]:
    if set(word) - set(Seen.__slots__):
        raise Unknown("attribute")
    return tuple(_test(name, asked) for name, asked in word.items())


def _test(name: str, asked: object) -> Test:
    """One condition of a rule: {"LOWER": "wo"}, {"DEP": {"IN": ["aux"]}}, {"LOWER": {"REGEX": "^n'?t$"}}."""
    if not isinstance(asked, dict):
        return lambda seen: bool(getattr(seen, name) == asked)
    if len(asked) == 1 and "IN" in asked:
        return lambda seen: getattr(seen, name) in asked["IN"]
    if len(asked) == 1 and "NOT_IN" in asked:
        return lambda seen: getattr(seen, name) not in asked["NOT_IN"]
    if len(asked) == 1 and "REGEX" in asked:
        pattern = re.compile(asked["REGEX"])
        return lambda seen: bool(pattern.search(getattr(seen, name)))
    raise Unknown("condition")
