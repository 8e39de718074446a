"""Named things, and the people of an article under their fullest names.

Parsed passages come in; named things, and persons with all their mentions by name, go out. The language
model's names are corrected by what the article itself shows: a last name once introduced in full is that
person wherever it stands alone ("Caddell" is no organisation), and a headline's capitals name nobody whom
the text does not name. Ages are left to `facts`, pronouns and descriptions to `speakers`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from samestory.attributing import roles
from samestory.language import Passage
from samestory.model import Article, Name, NameKind, Person, Span
from samestory.text import fold, listed

if TYPE_CHECKING:
    from samestory.language import Doc, Phrase, Token

KINDS: dict[str, NameKind] = {
    "PERSON": "person",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "ORG": "organisation",
    "NORP": "other",
    "EVENT": "event",
    "PRODUCT": "other",
    "WORK_OF_ART": "other",
    "LAW": "other",
    "LANGUAGE": "other",
}

# Words that are in nobody's name, though the model likes to take them into one: "Shares Instagram", "Ohio Gov".
NOT_IN_A_PERSON = listed("""monday tuesday wednesday thursday friday saturday sunday january february march april june july august
    september october november december twitter facebook instagram youtube tiktok snapchat google reddit university college
    school street avenue road county city party senate house congress committee department court foundation institute center
    centre club league company inc corp ltd group news post times tribune journal herald daily gazette magazine radio tv network
    press associated reuters bloomberg hospital church airport police association council bank park bridge award awards
    act bill law state states united national international american democrat democrats democratic republican republicans
    gop covid the and of says said poll show today update read watch breaking exclusive video photo photos
    lines foods kitchen industries motors systems partners holdings airlines studios records entertainment brands solutions
    ventures capital energy airways railways services products technologies pharmaceuticals sgt lt capt det gov sen rep mr mrs
    ms dr president senator governor mayor""")
THINGS = listed("company firm maker business airline chain retailer bank ship boat ferry newspaper magazine station band team club group")
BEFORE_A_NAME = listed("mr mrs ms dr sgt lt capt det sen rep gov prof rev col judge officer detective sergeant")
LONGEST_NAME = 3
PLATFORMS = listed("twitter facebook instagram youtube tiktok snapchat reddit google whatsapp")
PARTICLES = listed("de da di du del della der den van von la le bin ibn al el ben dos ter ten st st. y abu")
SUFFIXES = listed("jr jr. sr sr. ii iii iv")
POSSESSIVE = re.compile(r"['’]s?$")
HEADLINE_SHARE = 0.6  # of its longer words begin with a capital; body sentences of polnear_train stay under .45
HEADLINE_WORDS = 25
BEFORE_THE_FULL_NAME = 2  # a headline and a first line may use the last name before the full one; more is somebody else


@dataclass(frozen=True, slots=True)
class _Entity:
    """A run of tokens that the language model took for a name, cleaned at both ends."""

    passage: Passage
    first: int  # token indexes in the passage's doc, half open
    last: int
    kind: NameKind

    @property
    def tokens(self) -> Phrase:
        return self.passage.doc[self.first : self.last]

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(fold(token.text) for token in self.tokens)


def find(passages: Sequence[Passage]) -> tuple[Name, ...]:
    """The named things of the passages, in order."""
    headlines = {id(p) for p in passages if is_headline(p)}
    entities = [e for p in passages for e in _entities(p)]
    trusted = Counter((" ".join(e.words), e.kind) for e in entities if id(e.passage) not in headlines)
    full = {words for e in entities if id(e.passage) not in headlines and (words := _full(e))}
    full |= _kin(passages, {_last(words) for words in full})
    singles = {part for words in full for part in (words[0], _last(words))}
    found: list[tuple[_Entity, NameKind]] = []
    for entity in entities:
        kind = _kind(entity, trusted, singles)
        known = (" ".join(entity.words), entity.kind) in trusted or (kind == "person" and entity.words[-1] in singles)
        if kind and (known or not headlines or id(entity.passage) not in headlines):
            found.append((entity, kind))
    found += [(entity, "person") for entity in _unmarked(passages, full)]
    names = sorted((Name(e.tokens.text, kind, e.passage.span(e.tokens)) for e, kind in found), key=lambda n: (n.span.start, -n.span.end))
    return tuple(name for i, name in enumerate(names) if not any(n.span.holds(name.span) for n in names[max(0, i - 3) : i]))


def is_headline(passage: Passage) -> bool:
    """Whether capitals say nothing here: a title-case line, whatever block it stands in."""
    if len(passage.doc) > HEADLINE_WORDS:
        return False
    longer = [word for word in passage.doc.text.split()[1:] if len(word) > 3 and word.isalpha()]
    return bool(longer) and sum(word[0].isupper() for word in longer) / len(longer) >= HEADLINE_SHARE


def _entities(passage: Passage) -> Iterator[_Entity]:
    for phrase in passage.doc.ents:
        kind = KINDS.get(phrase.label_)
        first, last = phrase.start, phrase.end
        # "Clinton's van": a person's name ends at the possessive.
        owner = next((i for i in range(first, last) if POSSESSIVE.fullmatch(passage.doc[i].text)), last)
        if kind == "person" or owner == last - 1:
            last = owner
        while first < last and _no_name_edge(passage.doc[first]):
            first += 1
        while last > first and _no_name_edge(passage.doc[last - 1]):
            last -= 1
        if kind and first < last and any(t.text[0].isupper() for t in passage.doc[first:last]):
            first = _begin(passage.doc, first, last) if kind == "person" else first
            yield _Entity(passage, first, last, _seen(passage.doc[first:last], kind))
    for title in passage.doc:
        if title.lower_.rstrip(".") in BEFORE_A_NAME and title.text[0].isupper():
            last = title.i + 1
            while last < len(passage.doc) and _part_of_a_name(passage.doc[last]) and last - title.i <= LONGEST_NAME:
                last += 1
            if last > title.i + 1:
                yield _Entity(passage, title.i + 1, last, "person")


def _part_of_a_name(token: Token) -> bool:
    return token.pos_ == "PROPN" and token.ent_type_ in {"", "PERSON"} and token.text[0].isupper() and _name_word(token.text)


def _begin(doc: Doc, first: int, last: int) -> int:
    """Where a person's name begins: the model at times leaves the first name out."""
    while first > 0 and first == last - 1:
        before = doc[first - 1]
        part = before.dep_ == "compound" and before.pos_ == "PROPN" and before.head.i == last - 1 and not before.ent_type_
        if not part or not before.text.isalpha() or before.text.isupper() or not _name_word(before.text) or roles.is_title(before):
            break
        first -= 1
    return first


def _seen(phrase: Phrase, kind: NameKind) -> NameKind:
    """The kind, set right where the sentence tells: platforms are no places, and who kisses "her" mother is a person."""
    if phrase.text.casefold() in PLATFORMS:
        return "organisation"
    root = phrase.root
    if kind == "person" and _is_a_thing(phrase):
        return "organisation"
    alone = len(phrase) == 1 and phrase.text.isalpha() and not phrase.text.isupper()
    if kind == "organisation" and alone and root.dep_ == "nsubj":
        owners = [t for t in root.head.subtree if t.i > root.i and t.dep_ == "poss" and t.lower_ in {"his", "her"}]
        return "person" if owners else kind
    return kind


def _is_a_thing(phrase: Phrase) -> bool:
    """ "Larkspur Kitchen, the company", "Aldine Lines, which owns": the sentence says that it is nobody."""
    root = phrase.root
    owned = any(k.dep_ == "appos" and k.lemma_.lower() in THINGS for k in root.children) or (
        root.dep_ == "appos" and root.head.lemma_.lower() in THINGS
    )
    after = root.doc[phrase.end : phrase.end + 2]
    return owned or (len(after) == 2 and after[0].text == "," and after[1].lower_ == "which")


def _no_name_edge(token: Token) -> bool:
    if roles.is_title(token) and token.i + 1 < len(token.doc) and token.nbor().pos_ == "PROPN":
        return True  # "Representative Ann Doe"
    return token.is_punct or token.is_space or token.is_quote or token.lower_ in {"the", "a", "an", "'s", "’s", "'", "’"}


def _full(entity: _Entity) -> tuple[str, ...]:
    """The words of a person's name given in full, or nothing."""
    words = entity.words
    if entity.kind != "person" or not 2 <= len(words) <= 6 or (words[0].isupper() and len(words[0]) > 3):
        return ()
    last = _last(words)
    return words if all(_name_word(w) for w in words) and last not in PARTICLES and len(last.rstrip(".")) > 1 else ()


def _name_word(word: str) -> bool:
    lower = word.casefold()
    if lower in PARTICLES or lower in SUFFIXES or word in {"-", "."}:
        return True
    return word[0].isupper() and lower not in NOT_IN_A_PERSON and not any(c.isdigit() for c in word) and word[-1] not in "!?"


def _last(words: Sequence[str]) -> str:
    """The last name: "Jr." is none."""
    return next((w for w in reversed(words) if w.casefold() not in SUFFIXES), words[-1])


def _kind(entity: _Entity, trusted: Counter[tuple[str, NameKind]], singles: set[str]) -> NameKind | None:
    """What the entity is, by all the article: the model changes its mind from line to line."""
    words = entity.words
    if len(words) == 1 and words[0] in singles:
        return "person"
    text = " ".join(words)
    votes = {kind: n for (key, kind), n in trusted.items() if key == text}
    kind = max(votes, key=lambda k: (votes[k], k == entity.kind)) if votes else entity.kind
    if entity.kind == "organisation" and votes.get("organisation", 0) >= votes.get("person", 0):
        return "organisation"
    if kind == "person" and not all(_name_word(w) for w in words):
        return "other" if entity.kind == "person" else entity.kind
    return kind


def _unmarked(passages: Sequence[Passage], full: set[tuple[str, ...]]) -> Iterator[_Entity]:
    """Mentions of people named in full elsewhere, whether the model marked them or not."""
    starts: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for form in sorted({form for words in full for form in (words, (_last(words),))}, key=lambda f: (-len(f), f)):
        starts[form[0]].append(form)
    for passage in passages:
        texts = [fold(t.text) for t in passage.doc]
        for i, text in enumerate(texts):
            for form in starts.get(text, ()):
                if tuple(texts[i : i + len(form)]) == form and not _inside_a_longer_name(passage, i, i + len(form)):
                    yield _Entity(passage, i, i + len(form), "person")
                    break


def _kin(passages: Sequence[Passage], last_names: set[str]) -> set[tuple[str, ...]]:
    """Full names whose first name the model took for a place: "Ireland Baldwin", where Baldwin is known."""
    found: set[tuple[str, ...]] = set()
    for passage in passages:
        for token in passage.doc[1:] if not is_headline(passage) else ():
            before = passage.doc[token.i - 1]
            named = fold(token.text) in last_names and token.pos_ == "PROPN" and token.dep_ != "compound"
            if named and before.ent_type_ in {"GPE", "PERSON", "LOC"} and _starts_a_name(before):
                found.add((fold(before.text), fold(token.text)))
    return found


def _starts_a_name(token: Token) -> bool:
    alone = token.i == 0 or token.nbor(-1).ent_type_ == "" or token.ent_iob_ == "B"
    titled = roles.is_title(token) or not _name_word(token.text)
    return alone and not titled and token.text[0].isupper() and token.text.isalpha() and token.dep_ == "compound"


def _inside_a_longer_name(passage: Passage, first: int, last: int) -> bool:
    """ "Trump" in "Trump Tower" or "Ivanka Trump" is no mention of Donald Trump; in a headline nobody can tell."""
    doc = passage.doc
    before = doc[first - 1] if first else None
    after = doc[last] if last < len(doc) else None
    joined = (before is not None and before.pos_ == "PROPN" and before.dep_ == "compound" and not roles.is_title(before)) or (
        after is not None and after.pos_ == "PROPN" and after.text[0].isupper() and doc[last - 1].dep_ == "compound"
    )
    return joined and not is_headline(passage)


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
    for name in bare:
        _give(name, known, bare)
    _sole_names([name for name in bare if where.stands_as_a_person(name.span)], known)
    found = []
    for person in known:
        mentions = tuple(sorted(set(person.mentions)))
        role = next((r for span in mentions if (r := where.role(span))), None)
        found.append(Person(" ".join(person.name), role, None, mentions))
    return tuple(sorted(found, key=lambda person: person.mentions))


def same_person(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether two full names are one person's: same last name, and first names that do not differ.

    >>> same_person(("Hilary", "R.", "Doe"), ("Hilary", "Doe")), same_person(("Ann", "Doe"), ("Bob", "Doe"))
    (True, False)
    """
    if _last(ours) != _last(theirs):
        return False
    if {w.casefold().rstrip(".") for w in ours} & {"jr", "sr"} and {w.casefold().rstrip(".") for w in theirs} & {"jr", "sr"}:
        return ours[0] == theirs[0] and ours[-1].rstrip(".") == theirs[-1].rstrip(".")
    return ours[0] == theirs[0]


def _named_in_full(persons: Sequence[Name]) -> list[_Known]:
    known: list[_Known] = []
    for name in persons:
        words = tuple(_proper(fold(name.name)).split())
        if len(words) < 2:
            continue
        if any(words[1:] == form for k in known for form in k.forms):
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
    return " ".join(w.capitalize() if w.isupper() and len(w) > 3 else w for w in name.split())


def _give(name: Name, known: Sequence[_Known], bare: Sequence[Name]) -> None:
    """Give a bare first or last name to the one person it can mean here, or to nobody."""
    word = _proper(fold(name.name))
    by_last = [k for k in known if any(_last(form) == word for form in k.forms)]
    by_first = [k for k in known if any(form[0] == word for form in k.forms)]
    candidates = by_last or by_first
    if not candidates:
        return
    person = candidates[0] if len(candidates) == 1 else _meant(name.span, candidates)
    if person and not (name.span < person.full_mentions[0] and _somebody_else(word, person, bare)):
        person.mentions.append(name.span)


def _meant(at: Span, candidates: Sequence[_Known]) -> _Known | None:
    """Of several who share the name: the one introduced so far, or the one that the article is about.

    Newsrooms give the bare last name to the main person and keep full names for the kin ("Baldwin" beside
    "Alec Baldwin"). Main is who is named in full at least twice as often as any other, and before them.
    """
    introduced = [k for k in candidates if k.full_mentions[0] < at]
    if len(introduced) == 1:
        return introduced[0]
    ranked = sorted(introduced, key=lambda k: (-_weight(k), k.full_mentions[0]))
    first = min((k.full_mentions[0] for k in introduced), default=None)
    main = ranked[0] if ranked and _weight(ranked[0]) >= 2 * _weight(ranked[1]) else None
    return main if main and main.full_mentions[0] == first else None


def _somebody_else(word: str, person: _Known, bare: Sequence[Name]) -> bool:
    """Who is called "Obama" time and again before Michelle Obama is named is somebody else."""
    earlier = [n for n in bare if n.span < person.full_mentions[0] and _proper(fold(n.name)) == word]
    return len(earlier) > BEFORE_THE_FULL_NAME


def _weight(person: _Known) -> int:
    return len(person.full_mentions)


def _sole_names(bare: Sequence[Name], known: list[_Known]) -> None:
    """People whom the article calls by one name only ("Carmen", "Obama")."""
    taken = {span for k in known for span in k.mentions}
    parts = {w for k in known for form in k.forms for w in form}
    alone: dict[str, _Known] = {}
    for name in bare:
        word = _proper(fold(name.name))
        if name.span in taken or word in parts or len(word) < 2:
            continue
        person = alone.setdefault(word, _Known([(word,)], [], []))
        person.mentions.append(name.span)
    known.extend(alone.values())


class _Places:
    """Finds the tokens of a mention again."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self._passages = sorted((p for p in passages if not is_headline(p)), key=lambda p: p.start)
        self._starts = [p.start for p in self._passages]

    def role(self, mention: Span) -> str | None:
        phrase = self._phrase(mention)
        return roles.of(phrase) if phrase is not None else None

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
