"""Whom the words mean that are no name: "she", "the 9-year-old", "her husband", "who".

Trees and the people of the article come in; a token's person goes out, with the mention that decided it. Where two
people fit as well as each other there is no answer: a name not given is better than a wrong one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from samestory.attributing import bearers, entities, genders
from samestory.attributing.bearers import Bearer
from samestory.attributing.foremost import MAIN, OBJECT, OTHER, SUBJECT, free, in_fronted_clause, is_stranger, rank
from samestory.attributing.genders import Gender
from samestory.attributing.tree import Run, Tree
from samestory.model import Person, Span
from samestory.text import listed

PRONOUNS: dict[str, Gender] = {"he": "he", "his": "he", "him": "he", "she": "she", "her": "she", "hers": "she"}
REACH = 4  # sentences back; further back a pronoun's person is named again
AGED = re.compile(r"(\d{1,3})-year-olds?\b")
KIN = re.compile(r"(?:his|her|their|\w+['’]s) ", re.IGNORECASE)
# Words that take up somebody just named, as a pronoun does ("the singer"); a "spokesman" or an "officer" may be anybody.
TAKEN_UP = listed(
    """actor actress singer rapper comedian comic musician star superstar celebrity mogul mom mother dad father billionaire tycoon
    athlete player quarterback striker rocker songwriter novelist author guru magnate icon starlet teen teenager youngster toddler
    widow widower"""
)
PRESIDENT = re.compile(r"(?:(?:then|former|ex|U\.S\.|US|American)[ -])?[Pp]resident")
ANYBODY = listed("official source aide insider person man woman member friend people resident voter worker employee")  # many are it
TIMES = frozenset({"then", "former", "ex", "current", "new", "longtime", "the", "of", "and"})
INDEFINITE = frozenset({"a", "an", "one", "another"})
FORMER = ("former", "ex-", "ex ", "then")


@dataclass(frozen=True, slots=True)
class Meant:
    """Somebody of the roster, and the mentions that led there."""

    person: int  # its place in the roster
    mentions: tuple[Span, ...]


@dataclass(slots=True)
class _Sentence:
    """Who was spoken of in a sentence, outside quotation marks."""

    people: dict[int, int] = field(default_factory=dict)  # person -> the highest rank it had
    spans: dict[int, Span] = field(default_factory=dict)
    places: list[tuple[int, int]] = field(default_factory=list)  # (token, person), in order
    stranger: bool = False  # whether somebody acts in it whom the roster does not know
    open: set[Gender] = field(default_factory=set)  # who acts in it by a pronoun of which nobody knows whom it means


class References:
    """Who each name and pronoun of an article is."""

    def __init__(self, trees: Sequence[Tree], roster: Sequence[Person]) -> None:
        self._trees = trees
        self._roster = roster
        self._named: dict[tuple[int, int], Meant] = {}
        self._sentences: list[_Sentence] = []
        self._number: dict[tuple[int, int], int] = {}
        self._places = {id(tree): number for number, tree in enumerate(trees)}
        self._find_names()
        self._genders = [self._gender(i) for i in range(len(roster))]
        self._learn(bearers.find([tree.passage for tree in trees]))
        self._nouns = [self._nouns_of(i) for i in range(len(roster))]
        self._unnamed = self._without_names()
        self._read()

    def of(self, tree: Tree, token: int, run: Run | None = None) -> Meant | None:
        """Whom the token, heading these words, means: by name, pronoun or description."""
        number = self._places[id(tree)]
        words = run or tree.edges[token]
        return self._named.get((number, token)) or self._apposed(number, token) or self._described(number, token, words)

    def named(self, tree: Tree, token: int) -> Meant | None:
        """Whose name the token is part of."""
        return self._named.get((self._places[id(tree)], token)) if tree.pos[token] != "PRON" else None

    # -- names -------------------------------------------------------------------------------

    def _find_names(self) -> None:
        starts = [tree.passage.start for tree in self._trees]
        for index, person in enumerate(self._roster):
            for mention in person.mentions:
                number = bisect_right(starts, mention.start) - 1
                if number < 0:
                    continue
                tree = self._trees[number]
                low, high = mention.start - starts[number], mention.end - starts[number]
                for i in range(bisect_right(tree.starts, low) - 1, len(tree)):
                    if tree.starts[i] >= high:
                        break
                    if i >= 0 and (tree.lower[i] not in PRONOUNS or tree.deps[i] not in SUBJECT):  # "He said" is not Liu He
                        self._named[number, i] = Meant(index, (mention,))

    def _gender(self, index: int) -> Gender | None:
        """By titles before the name, by role, by first name."""
        person = self._roster[index]
        for (number, token), meant in self._named.items():
            if meant.person == index and token > 0 and (number, token - 1) not in self._named:
                told = genders.of_word(self._trees[number].words[token - 1])
                if told:
                    return told
        return genders.of_words((person.role or "").split()) or genders.of_name(person.name)

    def _learn(self, borne: dict[str, Bearer]) -> None:
        """The genders that titles and pronouns around a last name tell, where only one person bears it."""
        lasts = [entities.last_name(person.name.split()) for person in self._roster]
        for i, last in enumerate(lasts):
            if self._genders[i] is None and last in borne and lasts.count(last) == 1:
                self._genders[i] = borne[last].gender

    def _nouns_of(self, index: int) -> set[str]:
        """The lemmas of the nouns that the article calls somebody: in roles and appositions."""
        found = {word.lower().rstrip(".,") for word in (self._roster[index].role or "").split()[-1:]}
        for (number, token), meant in self._named.items():
            if meant.person != index:
                continue
            tree = self._trees[number]
            around = [tree.heads[token]] if tree.deps[token] == "appos" else []
            around += [tree.heads[i] for i in around if tree.deps[i] == "appos"]
            around += [k for k in tree.kids[token] if tree.deps[k] in {"appos", "compound"}]
            found |= {tree.lemmas[i] for i in around if tree.pos[i] == "NOUN"}
        return found

    def _without_names(self) -> dict[str, int]:
        """Nouns that somebody without a name is called, "a strategist, who asked not to be named", and the first tree that has it."""
        found: dict[str, int] = {}
        for number, tree in enumerate(self._trees):
            nouns = {tree.heads[i] for i, word in enumerate(tree.lower) if word in INDEFINITE}
            for noun in nouns:
                if tree.deps[noun] not in {"appos", "attr", "compound"}:
                    found.setdefault(tree.lemmas[noun], number)
        return found

    # -- pronouns ----------------------------------------------------------------------------

    def _read(self) -> None:
        """Go through the article once, giving pronouns to the people named before them."""
        described = TAKEN_UP.union(*self._nouns)  # "the mayor" is somebody of the roster, by another word
        for number, tree in enumerate(self._trees):
            headline = entities.is_headline(tree.passage)
            for i in range(len(tree)):
                place = (number, tree.sentences[i])
                if place not in self._number:
                    self._number[place] = len(self._sentences)
                    self._sentences.append(_Sentence())
                if tree.inside[i] >= 0 or headline:
                    continue
                self._meet(number, i, described)

    def _meet(self, number: int, token: int, described: frozenset[str]) -> None:
        """Take note of whom a word outside quotation marks means."""
        tree = self._trees[number]
        meant = self._named.get((number, token))
        pronoun = PRONOUNS.get(tree.lower[token])
        if meant is None and pronoun:
            meant = self._before(number, token, pronoun)
            if meant:
                self._named[number, token] = Meant(meant.person, (tree.span((token, token + 1)), *meant.mentions[-1:]))
                if self._foremost(number, token, meant.person):
                    self._genders[meant.person] = self._genders[meant.person] or pronoun
            elif tree.deps[token] in SUBJECT:
                self._sentences[self._number[number, tree.sentences[token]]].open.add(pronoun)
        elif meant is None and tree.deps[token] in SUBJECT and tree.tags[token] == "NN":
            meant = self._described(number, token, tree.edges[token])
        if meant:
            self._note(number, token, meant)
        elif is_stranger(tree, token) and tree.lemmas[token] not in described:
            self._sentences[self._number[number, tree.sentences[token]]].stranger = True

    def _foremost(self, number: int, token: int, person: int) -> bool:
        """Whether a pronoun tells somebody's gender: one that acts, or one for whom the sentence is about."""
        tree = self._trees[number]
        ranks = self._sentences[self._number[number, tree.sentences[token]]].people
        return tree.deps[token] in SUBJECT or (tree.deps[token] not in OBJECT and ranks.get(person, OTHER) > OTHER)

    def _note(self, number: int, token: int, meant: Meant) -> None:
        tree = self._trees[number]
        if tree.deps[token] == "compound" and token and tree.lower[token - 1] in {"a", "an", "the", "this", "that"}:
            return  # "a Doe rally"
        sentence = self._sentences[self._number[number, tree.sentences[token]]]
        head = self._named.get((number, tree.heads[token]))
        beside = tree.deps[token] == "compound" and head is not None and head.person != meant.person  # "Doe spokesman Jo Roe"
        sentence.people[meant.person] = max(sentence.people.get(meant.person, 0), OTHER if beside else rank(tree, token))
        sentence.spans[meant.person] = meant.mentions[-1]
        sentence.places.append((token, meant.person))

    def _before(self, number: int, token: int, gender: Gender | None, *, subjects: bool = False) -> Meant | None:
        """The one person that fits, going back sentence by sentence; None as soon as it cannot be told."""
        tree = self._trees[number]
        at = self._number.get((number, tree.sentences[token]), len(self._sentences) - 1)
        here = self._sentences[at]
        barred = self._told_by(number, token)
        if here.places:
            own = self._fitting(here, gender, barred)
            fitting = {p: r for p, r in own.items() if p not in self._barred(here, tree, token)}
            if fitting:
                vague = tree.deps[token] not in SUBJECT and all(self._genders[p] is None for p in fitting)
                return self._chosen(here, fitting, gender, subjects or vague)
            if any(in_fronted_clause(tree, i, token) for i, p in here.places if p in own):
                return None  # "When I asked Doe, he said": perhaps Doe
        return self._further(at, gender, barred, subjects)

    def _further(self, at: int, gender: Gender | None, barred: set[int], subjects: bool) -> Meant | None:
        """Who fits in the sentences before."""
        passing: Meant | None = None  # only mentioned; nobody, where somebody else acts in a sentence before
        for sentence in reversed(self._sentences[max(0, at - REACH) : at]):
            fitting = self._fitting(sentence, gender, barred)
            unsure = sentence.stranger or gender in sentence.open
            if passing:
                foremost = [p for p, r in fitting.items() if r == MAIN]
                if foremost or unsure:
                    return passing if foremost == [passing.person] else None
                continue
            if not fitting and unsure:
                return None
            if fitting:
                passing = self._chosen(sentence, fitting, gender, subjects or unsure)
                if passing is None or sentence.people[passing.person] > OTHER:
                    return passing
        return passing

    def _told_by(self, number: int, token: int) -> set[int]:
        """Whom the clause of a pronoun that acts goes on to name: "he said Doe was wrong" is not said by Doe."""
        tree = self._trees[number]
        if tree.deps[token] not in SUBJECT:
            return set()
        last = tree.edges[tree.heads[token]][1]
        named = {(number, i) for i in range(token + 1, last) if tree.pos[i] == "PROPN"}
        return {self._named[place].person for place in named if place in self._named}

    def _fitting(self, sentence: _Sentence, gender: Gender | None, barred: set[int]) -> dict[int, int]:
        """The people of a sentence that the pronoun can mean, with their ranks."""
        return {p: r for p, r in sentence.people.items() if p not in barred and (gender is None or self._genders[p] in {None, gender})}

    def _barred(self, sentence: _Sentence, tree: Tree, token: int) -> set[int]:
        """Who is named before the pronoun in its own sentence and is not meant by it."""
        if tree.deps[token] in OBJECT:
            verb = tree.heads[token]
            while tree.pos[verb] not in {"VERB", "AUX"} and tree.heads[verb] != verb:
                verb = tree.heads[verb]
            return {p for i, p in sentence.places if tree.deps[i] in SUBJECT and tree.heads[i] == verb}
        if tree.deps[token] not in SUBJECT:
            return set()
        own = {p for i, p in sentence.places if i < token and free(tree, i, token)}
        return {p for p, r in sentence.people.items() if p not in own or r == OTHER}

    def _chosen(self, sentence: _Sentence, fitting: dict[int, int], gender: Gender | None, subjects: bool) -> Meant | None:
        """Who of those that fit is foremost in the sentence; None where two are, or where only a subject will do."""
        top = max(fitting.values())
        first = [p for p, r in fitting.items() if r == top]
        if len(first) > 1:
            # "Doe and her daughter, Pia": who is told of as somebody's kin is not whom the text goes on about.
            first = [p for p in first if not KIN.match(self._roster[p].role or "")]
        if len(first) != 1 or (subjects and top == OTHER):
            return None
        chosen = first[0]
        if gender and self._genders[chosen] is None and top < MAIN and any(self._genders[p] == gender for p in fitting):
            return None  # it may be the other, who surely is a she
        return Meant(chosen, (sentence.spans[chosen],))

    # -- descriptions ------------------------------------------------------------------------

    def _apposed(self, number: int, token: int) -> Meant | None:
        """ "her husband, the actor, Alec Doe": the description's name stands beside it, or beside what stands beside it."""
        tree = self._trees[number]
        beside = [k for k in tree.kids[token] if tree.deps[k] == "appos"]
        beside += [k for kid in beside for k in tree.kids[kid] if tree.deps[k] == "appos"]
        beside += [tree.heads[token]] if tree.deps[token] == "appos" else []
        return next((self._named[number, i] for i in beside if (number, i) in self._named), None)

    def _described(self, number: int, token: int, words: Run) -> Meant | None:
        tree = self._trees[number]
        if tree.lower[token] in {"who", "that", "which"}:
            clause = tree.heads[token]
            while tree.deps[clause] not in {"relcl", "ROOT"} and tree.heads[clause] != clause:
                clause = tree.heads[clause]
            noun = tree.heads[clause]
            return self.of(tree, noun) if tree.deps[clause] == "relcl" and noun != token else None
        first = words[0]
        definite = first < len(tree) and (tree.lower[first] in {"the", "this", "that", "his", "her"} or tree.deps[first] == "poss")
        if not definite or tree.tags[token] in {"NNS", "NNPS"}:
            return None
        return self._by_age(number, token, words) or self._by_noun(number, token)

    def _by_age(self, number: int, token: int, words: Run) -> Meant | None:
        """ "the 9-year-old": who is 9 by the text, else who acted in the sentences before."""
        tree = self._trees[number]
        aged = AGED.search(tree.said(tree.span(words)))
        if not aged or tree.lower[words[1] - 1] not in {"old", aged[0].lower()}:
            return None
        of_age = [i for i in range(len(self._roster)) if self._has_age(i, aged[1])]
        if len(of_age) == 1:
            return Meant(of_age[0], (tree.span((token, token + 1)), self._roster[of_age[0]].mentions[0]))
        found = self._before(number, token, None, subjects=True)
        return self._led(number, token, found)

    def _led(self, number: int, token: int, found: Meant | None) -> Meant | None:
        tree = self._trees[number]
        return Meant(found.person, (tree.span((token, token + 1)), *found.mentions)) if found else None

    def _has_age(self, index: int, age: str) -> bool:
        """Whether the number stands right beside one of the person's mentions."""
        for (number, token), meant in self._named.items():
            if meant.person == index:
                near = self._trees[number].words[max(0, token - 8) : token + 4]
                if age in near:
                    return True
        return False

    def _by_noun(self, number: int, token: int) -> Meant | None:
        """ "the mayor", "her husband": who is called so elsewhere; or a word that takes up the person just named."""
        tree = self._trees[number]
        lemma = tree.lemmas[token]
        if lemma in ANYBODY:
            return None
        called = [i for i, nouns in enumerate(self._nouns) if lemma in nouns and self._known_before(i, number, token)]
        if lemma == "president":  # of a country, where nothing else is said: not the president of a hospital
            called = [i for i in called if PRESIDENT.fullmatch(self._roster[i].role or "")]
        called = [i for i in called if not self._other_office(tree, token, self._roster[i].role) and not self._past(tree, token, i)]
        if len(called) == 1 and self._unnamed.get(lemma, number + 1) > number:
            person = self._roster[called[0]]
            return Meant(called[0], (tree.span((token, token + 1)), person.mentions[0]))
        if lemma in TAKEN_UP and not called:
            return self._led(number, token, self._before(number, token, genders.of_word(lemma), subjects=True))
        return None

    def _other_office(self, tree: Tree, token: int, role: str | None) -> bool:
        """Whether "the secretary of state" cannot be the "British Foreign Secretary": each tells what the other does not."""
        first, last = tree.edges[token]
        end = next((i for i in range(token + 1, last) if tree.deps[i] in {"relcl", "appos", "acl"} or tree.words[i] == ","), last)
        said = {tree.lower[i] for i in range(first, end) if i != token and tree.pos[i] in {"NOUN", "PROPN"} and tree.deps[i] != "poss"}
        known = {word.lower().strip(".,") for word in (role or "").split()} - {tree.lower[token], tree.lemmas[token]}
        return bool(said) and bool(known - TIMES) and said.isdisjoint(known)

    def _past(self, tree: Tree, token: int, index: int) -> bool:
        """Whether "the president" cannot be the former president, where the article calls somebody else one."""
        former = (self._roster[index].role or "").lower().startswith(FORMER)
        return former and tree.lemmas[token] == "president" and not any(tree.lower[i].startswith(FORMER) for i in range(*tree.edges[token]))

    def _known_before(self, index: int, number: int, token: int) -> bool:
        tree = self._trees[number]
        return self._roster[index].mentions[0].start < tree.passage.start + tree.starts[token]
