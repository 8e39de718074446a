"""Named things, and the people of an article under their fullest names.

Parsed passages come in; named things, and persons with all their mentions by name, go out. The language
model's names are corrected by what the article itself shows: a last name once introduced in full is that
person wherever it stands alone ("Marrow" is no organisation), and a headline's capitals name nobody whom
the text does not name. Ages are left to `facts`, pronouns and descriptions to `speakers`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from samestory.attributing import bearers, entities, genders, roles
from samestory.attributing.bearers import Bearer
from samestory.attributing.genders import Gender
from samestory.language import Passage
from samestory.model import Article, Name, NameKind, Person, Span
from samestory.text import fold, listed

if TYPE_CHECKING:
    from samestory.language import Phrase

FIRM = 2  # times as often a firm as a person
KIN = listed("lady wife husband daughter son brother sister mother father widow widower niece nephew cousin")
BEFORE_THE_FULL_NAME = 2  # a headline and a first line may use the last name before the full one; more is somebody else


def find(passages: Sequence[Passage]) -> tuple[Name, ...]:
    """The named things of the passages, in order."""
    headlines = {id(p) for p in passages if entities.is_headline(p)}
    every = [e for p in passages for e in entities.of(p)]
    trusted = Counter((" ".join(e.words), e.kind) for e in every if id(e.passage) not in headlines)
    full = {words for e in every if id(e.passage) not in headlines and (words := entities.full_name(e))}
    full |= entities.kin(passages, {entities.last_name(words) for words in full})
    told = _told_of_as_persons([p for p in passages if id(p) not in headlines], trusted)
    persons = [e for e in every if e.kind == "person"]
    firms = {e.words for e in persons if _names_a_firm(e, trusted, told)} - {e.words for e in persons if _beside_a_person(e)}
    full -= firms
    singles = {part for words in full for part in (words[0], entities.last_name(words))}
    singles |= told
    titled = {e.words for e in every if e.titled and e.words in full}
    found: list[tuple[entities.Entity, NameKind]] = []
    for entity in every:
        kind = "person" if entity.words in titled else _kind(entity, trusted, singles)
        known = (" ".join(entity.words), entity.kind) in trusted or (kind == "person" and entity.words[-1] in singles)
        if kind and (known or not headlines or id(entity.passage) not in headlines):
            unknown = kind == "person" and entity.words not in full
            if unknown and entity.words in firms:
                kind = "organisation"
            found.append((_last_word(entity) if unknown and id(entity.passage) in headlines else entity, kind))
    found += [(entity, "person") for entity in entities.unmarked(passages, full | {(word,) for word in told})]
    names = sorted((Name(e.tokens.text, kind, e.passage.span(e.tokens)) for e, kind in found), key=lambda n: (n.span.start, -n.span.end))
    return tuple(name for i, name in enumerate(names) if not any(n.span.holds(name.span) for n in names[max(0, i - 3) : i]))


def _kind(entity: entities.Entity, trusted: Counter[tuple[str, NameKind]], singles: set[str]) -> NameKind | None:
    """What the entity is, by all the article: the model changes its mind from line to line."""
    words = entity.words
    if len(words) == 1 and words[0] in singles:
        return "person"
    text = " ".join(words)
    votes = {kind: n for (key, kind), n in trusted.items() if key == text}
    kind = max(votes, key=lambda k: (votes[k], k == entity.kind)) if votes else entity.kind
    fitting = entities.can_be_a_name(words)
    known_first = fitting and 2 <= len(words) <= entities.LONGEST_NAME and entities.is_first_name(words[0])
    if known_first and entity.kind in {"person", "organisation"}:
        return "person"
    if entity.kind == "organisation" and votes.get("organisation", 0) >= votes.get("person", 0):
        return "organisation"
    if kind == "person" and not fitting:
        return "other" if entity.kind == "person" else entity.kind
    return kind


def _told_of_as_persons(passages: Sequence[Passage], trusted: Counter[tuple[str, NameKind]]) -> set[str]:
    """Names of one word that pronouns and titles tell of as of somebody, and in which the model saw a person at least once."""
    borne = bearers.find(passages)
    return {word for word, bearer in borne.items() if bearer.person and trusted[word, "person"] and entities.can_be_in_a_name(word)}


def _names_a_firm(entity: entities.Entity, trusted: Counter[tuple[str, NameKind]], told: set[str]) -> bool:
    """ "Congrats Aldine", where Aldine alone is a firm time and again."""
    words, last = entity.words, entities.last_name(entity.words)
    if len(words) < 2 or last in told or genders.of_first_name(words[0]):
        return False
    persons = trusted[" ".join(words), "person"] + trusted[last, "person"]
    return trusted[last, "organisation"] > FIRM * persons


def _beside_a_person(entity: entities.Entity) -> bool:
    """ "The 41-year-old baker, Mari Aldine, ...": a word for a person, or a role, stands beside the name."""
    doc, first = entity.passage.doc, entity.first
    before = doc[first - 2] if first > 1 and doc[first - 1].text == "," else doc[first - 1] if first else None
    return roles.of(entity.tokens) is not None or (before is not None and roles.is_for_a_person(before))


def _last_word(entity: entities.Entity) -> entities.Entity:
    """ "Marrow" of "Weary Marrow", a headline's words."""
    return replace(entity, first=entity.last - 1)


# -- people ----------------------------------------------------------------------------------


@dataclass(slots=True)
class _Known:
    """A person while the article is being read."""

    forms: list[tuple[str, ...]]  # every full form, as met
    mentions: list[Span]
    full_mentions: list[Span]
    role: str | None = None

    @property
    def name(self) -> tuple[str, ...]:
        return max(self.forms, key=lambda form: (len([w for w in form if len(w.rstrip(".")) > 1]), len(form), -self.forms.index(form)))


def people(article: Article, passages: Sequence[Passage], named: Sequence[Name]) -> tuple[Person, ...]:
    """One entry for each person, under the fullest name, with all mentions by name; age is left None."""
    persons = [name for name in named if name.kind == "person"]
    known = _named_in_full(persons)
    bare = [name for name in persons if len(name.name.split()) == 1]
    where = _Places(passages)
    whose = _Genders(where, bearers.find(passages))
    for name in bare:
        _give(name, known, bare, whose)
    _sole_names([name for name in bare if where.stands_as_a_person(name.span)], known, whose)
    found = []
    for person in known:
        mentions = tuple(sorted(set(person.mentions)))
        role = next((r for span in mentions if (r := where.role(span))), None)
        found.append(Person(" ".join(person.name), role, None, mentions))
    return tuple(sorted(found, key=lambda person: person.mentions))


def same_person(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether two full names are one person's: same last name, first names and initials that do not differ.

    >>> same_person(("Hilary", "R.", "Doe"), ("Hilary", "Doe")), same_person(("Ann", "Doe"), ("Bob", "Doe"))
    (True, False)
    >>> same_person(("Ann", "W.", "Doe"), ("Ann", "H.W.", "Doe"))
    False
    """
    if entities.last_name(ours) != entities.last_name(theirs):
        return False
    if len(ours) > 2 < len(theirs) and ours[1][-1] == theirs[1][-1] == "." and ours[1] != theirs[1]:
        return False
    if {w.casefold().rstrip(".") for w in ours} & {"jr", "sr"} and {w.casefold().rstrip(".") for w in theirs} & {"jr", "sr"}:
        return ours[0] == theirs[0] and ours[-1].rstrip(".") == theirs[-1].rstrip(".")
    return ours[0] == theirs[0]


def _named_in_full(persons: Sequence[Name]) -> list[_Known]:
    known: list[_Known] = []
    every = {tuple(_proper(fold(name.name)).split()) for name in persons}
    for name in persons:
        words = tuple(_proper(fold(name.name)).split())
        if len(words) < 2:
            continue
        if len(words) > 2 and words[1:] in every and entities.is_first_name(words[1]) and not entities.is_first_name(words[0]):
            words = words[1:]  # "Crooked Ann Doe", where Ann Doe is known
        person = next((k for k in known if any(same_person(words, form) for form in k.forms)), None)
        if person is None:
            person = _Known([], [], [])
            known.append(person)
        if words not in person.forms:
            person.forms.append(words)
        person.mentions.append(name.span)
        person.full_mentions.append(name.span)
    return known


def _proper(name: str) -> str:
    """Without initials' loose blanks and all-capitals: "JOHN DOE" is John Doe."""
    return " ".join(w.capitalize() if w.isupper() and w.isalpha() and len(w) > 3 else w for w in name.split())


def _give(name: Name, known: Sequence[_Known], bare: Sequence[Name], whose: _Genders) -> None:
    """Give a bare first or last name to the one person it can mean here, or to nobody."""
    word = _proper(fold(name.name))
    every = [k for k in known if any(entities.last_name(form) == word for form in k.forms)]
    by_last = [k for k in every if whose.fit(name, k)]
    if every and not by_last:
        return  # "Mr. Marrow", where only Hanna Marrow is named in full
    by_first = [k for k in known if any(form[0] == word for form in k.forms)]
    candidates = by_last or by_first
    if not candidates:
        return
    person = candidates[0] if len(candidates) == 1 else _meant(name.span, candidates)
    told = len(by_last) < len(every) or whose.lean(name, candidates)
    if person and (told or not (name.span < person.full_mentions[0] and _somebody_else(word, person, bare))):
        person.mentions.append(name.span)


def _meant(at: Span, candidates: Sequence[_Known]) -> _Known | None:
    """Of several who share the name: the one introduced so far, or the one that the article is about.

    Newsrooms give the bare last name to the main person and keep full names for the kin ("Marrow" beside
    "Carl Marrow"). Main is who is named in full at least twice as often as any other, and before them.
    """
    introduced = [k for k in candidates if k.full_mentions[0] < at]
    if len(introduced) == 1:
        return introduced[0]
    ranked = sorted(introduced, key=lambda k: (-_weight(k), k.full_mentions[0]))
    first = min((k.full_mentions[0] for k in introduced), default=None)
    main = ranked[0] if ranked and _weight(ranked[0]) >= 2 * _weight(ranked[1]) else None
    return main if main and main.full_mentions[0] == first else None


def _somebody_else(word: str, person: _Known, bare: Sequence[Name]) -> bool:
    """Who is called "Marrow" time and again before Hanna Marrow is named is somebody else."""
    earlier = [n for n in bare if n.span < person.full_mentions[0] and _proper(fold(n.name)) == word]
    return len(earlier) > BEFORE_THE_FULL_NAME


def _weight(person: _Known) -> int:
    return len(person.full_mentions)


def _sole_names(bare: Sequence[Name], known: list[_Known], whose: _Genders) -> None:
    """People whom the article calls by one name only ("Pia", "Marrow"), kin of another gender with the same last name beside them."""
    taken = {span for k in known for span in k.mentions}
    parts = {w for k in known for form in k.forms for w in form}
    alone: dict[str, _Known] = {}
    for name in bare:
        word = _proper(fold(name.name))
        if name.span in taken or len(word) < 2 or (word in parts and not whose.foreign(name, known)):
            continue
        person = alone.setdefault(word, _Known([(word,)], [], []))
        person.mentions.append(name.span)
    known.extend(alone.values())


class _Genders:
    """Whether a bare name can be somebody's by what titles and pronouns tell of its bearer."""

    def __init__(self, where: _Places, borne: dict[str, Bearer]) -> None:
        self._where = where
        self._borne = borne

    def fit(self, name: Name, person: _Known) -> bool:
        bearer = self._borne.get(_proper(fold(name.name)))
        if bearer and bearer.titles and len(person.name) > 1 and self._is_kin(person):
            return False  # "President Marrow", where only the first lady is named in full
        ours = genders.of_name(" ".join(person.name))
        theirs = self._of(name) if ours else None
        return theirs is None or theirs == ours

    def _is_kin(self, person: _Known) -> bool:
        role = next((r for span in person.full_mentions if (r := self._where.role(span))), "")
        return not KIN.isdisjoint(role.lower().split())

    def lean(self, name: Name, persons: Sequence[_Known]) -> bool:
        """Whether the name's bearer is told of as the one person is, who may be named in full only later."""
        bearer = self._borne.get(_proper(fold(name.name)))
        return len(persons) == 1 and bearer is not None and bearer.leaning == genders.of_name(" ".join(persons[0].name)) is not None

    def foreign(self, name: Name, known: Sequence[_Known]) -> bool:
        """Whether the name's bearer is another than each of those with that last name."""
        word = _proper(fold(name.name))
        bearing = [k for k in known if len(k.name) > 1 and any(word in {form[0], entities.last_name(form)} for form in k.forms)]
        return bool(bearing) and not any(self.fit(name, k) for k in bearing)

    def _of(self, name: Name) -> Gender | None:
        told = self._where.titled(name.span)
        bearer = self._borne.get(_proper(fold(name.name)))
        return told or (bearer.gender if bearer else None)


class _Places:
    """Finds the tokens of a mention again."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._passages = sorted((p for p in passages if not entities.is_headline(p)), key=lambda p: p.start)
        self._starts = [p.start for p in self._passages]

    def role(self, mention: Span) -> str | None:
        phrase = self._phrase(mention)
        return roles.of(phrase) if phrase is not None else None

    def titled(self, mention: Span) -> Gender | None:
        phrase = self._phrase(mention)
        return bearers.titled(phrase.doc, phrase.start) if phrase is not None else None

    def stands_as_a_person(self, mention: Span) -> bool:
        """Whether a lone name acts, owns or bears a title here: the model sees persons in many capitals ("Turnout")."""
        phrase = self._phrase(mention)
        if phrase is None or phrase.root.tag_ != "NNP":
            return False
        titled = phrase.start > 0 and roles.is_title(phrase.doc[phrase.start - 1])
        return titled or phrase.root.dep_ in {"nsubj", "nsubjpass", "poss", "appos", "pobj", "conj", "dobj", "dative"}

    def _phrase(self, mention: Span) -> Phrase | None:
        at = bisect_right(self._starts, mention.start) - 1
        if at < 0:
            return None
        passage = self._passages[at]
        return passage.doc.char_span(mention.start - passage.start, mention.end - passage.start)
