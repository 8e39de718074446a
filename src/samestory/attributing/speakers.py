"""Who stands behind a source's words: a person of the roster, a group, an organisation, an outlet, somebody unnamed.

A candidate's source comes in; a speaker goes out, under the fullest name of the article, with the mentions that led
to it. Where that is not sure, or where the source is a paper and no person ("the report"), there is no speaker.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from samestory.attributing import entities, glued, outlets, roles
from samestory.attributing.candidates import Candidate
from samestory.attributing.references import Meant, References
from samestory.attributing.tree import Run, Tree
from samestory.model import Article, Credit, Person, Span, Speaker, SpeakerKind
from samestory.text import listed

# Who speaks but is never to be named: "a source close to the family", "Sources".
SOURCES = listed("source sources insider insiders whistleblower tipster")
ANONYMOUS = listed("anonymity anonymous anonymously unnamed unidentified undisclosed named identified")
NOT_NAMED = re.compile(
    r"\b(?:not (?:(?:want |wish )?to )?be (?:named|identified)|declined to be (?:named|identified)"
    r"|(?:condition of|requested|granted) anonymity|not authori[sz]ed to (?:speak|talk|comment|discuss)|asked (?:for anonymity|not to))\b"
)
INDEFINITE = listed("a an another one some yet any each every no")
GROUPS = listed(
    """police people family couple pair parents officials authorities public majority crowd staff crew team-mates teammates media press
    prosecution defense defence both others many most some several few half all those everyone everybody percent"""
)
PEOPLE = listed(
    """person user man woman official commenter parent kid child friend fan neighbor neighbour relative democrat republican conservative
    liberal independent latino hispanic immigrant migrant refugee executive individual youth elder spokesfolk folk guy celebrity
    expert source aide ally rival critic radical activist hawk survivor victim cop patient native local adult teen"""
)
ORGANISATIONS = listed(
    """company firm campaign department agency office committee court government administration ministry party team league union
    hospital school university college club board council commission bureau embassy force army military navy group organization
    organisation association institute foundation bank studio network station paper newspaper outlet publication site website
    magazine airline church charity house congress senate parliament panel service"""
)
PAPERS = listed(
    """report poll survey study statement email e-mail letter document lawsuit complaint indictment affidavit ruling order bill law
    memo paper article story post tweet message video data record figure statistic analysis review book ad advertisement finding
    evidence result research text transcript filing headline sign caption page release number fact chart map image photo"""
)
DETERMINERS = listed("the a an another one yet some any this that these those his her their its our my your")


class Cast:
    """The people and other speakers of an article."""

    def __init__(self, article: Article, trees: Sequence[Tree], roster: Sequence[Person], credited: Sequence[Credit]) -> None:
        self._zones = glued.zones(article.text)
        named = [_named(article, person, self._zones) for person in roster] if self._zones else roster
        self._roster = [person for person in named if person.mentions]
        self._credited = credited
        self._references = References(trees, self._roster)
        self._unnamed: tuple[Tree, int, Speaker] | None = None  # the last source without a name, and where it stands

    def holds(self, tree: Tree, candidate: Candidate) -> bool:
        """Whether the cue stands in the article itself, not in a list of headlines glued into it."""
        spans = [tree.span(run) for run in ((candidate.cue, candidate.cue + 1), *candidate.words)] if self._zones else []
        return not any(span.start < last and first < span.end for first, last in self._zones for span in spans)

    def speaker(self, tree: Tree, candidate: Candidate) -> Speaker | None:
        """Who the candidate's source is, or None where that is not sure."""
        if candidate.source is None or not candidate.words:
            return None
        run = candidate.words[0]
        return self.of(tree, _noun(tree, candidate.source, run), run)

    def of(self, tree: Tree, head: int, run: Run) -> Speaker | None:
        """Who a phrase with this head word is, or None where that is not sure."""
        span = tree.span(run)
        outlet = self._outlet(tree, head, span)
        if outlet:
            return Speaker(outlet, None, "outlet", (span,))
        meant = self._references.of(tree, head, run) or self._named_after(tree, head, run) or self._last_named(tree, head, run)
        if meant and not _several(tree, head, run) and not _is_thing(tree, head, run):
            person = self._roster[meant.person]
            return Speaker(person.name, person.role, "person", meant.mentions)
        if _several(tree, head, run) and not _several(tree, head):
            return None  # "Doe, Roe and Poe", which the tree does not join
        if tree.lower[head] in {"he", "she"}:
            return self._unnamed_before(tree, head)
        if (tree.pos[head] == "PRON" and tree.lower[head] != "one") or tree.lower[head] in {"who", "which", "that"}:
            return self._antecedent(tree, head)
        found = _by_words(tree, head, run)
        if found and found.kind == "unnamed":
            self._unnamed = (tree, tree.sentences[head], found)
        return found

    def _named_after(self, tree: Tree, head: int, run: Run) -> Meant | None:
        """ "a spokeswoman for the company, Ann Doe": a name between commas after an office is its holder's."""
        word = tree.passage.doc[head]
        if tree.tags[head] in {"NNS", "NNPS"} or not (roles.is_for_a_person(word) or roles.is_title(word)):
            return None
        close = "," if not roles.is_title(word) else ",."  # "Senator. Ann Doe", with a full stop too many
        behind = [i for i in range(head + 1, run[1]) if tree.words[i - 1][-1] in close and tree.pos[i] == "PROPN"]
        found = {m.person: m for i in behind if (m := self._references.of(tree, i, (i, i + 1)))}
        return next(iter(found.values())) if len(found) == 1 else None

    def _last_named(self, tree: Tree, head: int, run: Run) -> Meant | None:
        """ "Doe said", where the language library takes Doe for a company: the last name of a person of the article is theirs."""
        if run[1] - run[0] > 1 or tree.pos[head] != "PROPN" or tree.kinds[head] not in {"ORG", "NORP", ""}:
            return None
        found = [i for i, person in enumerate(self._roster) if person.name.split()[-1] == tree.words[head]]
        found.sort(key=lambda i: -len(self._roster[i].mentions))
        if not found or (len(found) > 1 and len(self._roster[found[0]].mentions) < 2 * len(self._roster[found[1]].mentions)):
            return None
        return Meant(found[0], (tree.span(run), self._roster[found[0]].mentions[0]))

    def _unnamed_before(self, tree: Tree, head: int) -> Speaker | None:
        """ "He" after "a spokesman said": the source that has no name is the one who goes on speaking."""
        if self._unnamed is None:
            return None
        where, sentence, speaker = self._unnamed
        near = where is tree and 0 <= tree.sentences[head] - sentence <= 1
        return Speaker(None, speaker.role, "unnamed", (tree.span((head, head + 1)), *speaker.mentions)) if near else None

    def _antecedent(self, tree: Tree, head: int) -> Speaker | None:
        """ "many women who say": what the pronoun of a relative clause stands for."""
        if tree.lower[head] in GROUPS:
            return _by_words(tree, head, tree.edges[head])
        clause = tree.heads[head]
        noun = tree.heads[clause]
        named = tree.lower[head] == "who" or tree.kinds[noun] == "ORG"  # "which" may stand for anything
        if tree.lower[head] in {"who", "which", "that"} and named and tree.deps[clause] == "relcl" and tree.pos[noun] in {"NOUN", "PROPN"}:
            first = tree.edges[noun][0]
            return self.of(tree, noun, (first, max(noun + 1, min(head, tree.edges[noun][1]))))
        return None

    def _outlet(self, tree: Tree, head: int, span: Span) -> str | None:
        word = tree.span((head, head + 1))
        credited = next((c.outlet for c in self._credited if c.span.holds(word) and tree.pos[head] in {"PROPN", "X", "NOUN"}), None)
        usual = outlets.usual_name(tree.said(span))
        return usual or (credited if credited and tree.lemmas[head] not in PAPERS else None)


def _named(article: Article, person: Person, zones: tuple[tuple[int, int], ...]) -> Person:
    """The person under the fullest name that stands in the article's own text, not in headlines glued into it."""
    kept = [glued.outside(zones, mention.start, mention.end) for mention in person.mentions]
    own = tuple(article.span(start, end) for start, end in kept if start < end)
    forms = [" ".join(article.words(span).split()) for span in own]
    if len(own) == len(person.mentions) and own == person.mentions:
        return person
    return replace(person, name=max(forms, key=lambda form: len(form.split()), default=person.name), mentions=own)


def _noun(tree: Tree, head: int, run: Run) -> int:
    """The head word, or where the parser has "yet" for one, the last noun before a comma."""
    if tree.pos[head] in {"NOUN", "PROPN", "PRON", "X", "NUM"} or tree.lower[head] == "old":
        return head
    stop = next((i for i in range(run[0] + 1, run[1]) if tree.words[i] == ","), run[1])
    return next((i for i in range(stop - 1, run[0] - 1, -1) if tree.pos[i] in {"NOUN", "PROPN", "PRON"}), head)


def _is_thing(tree: Tree, head: int, run: Run) -> bool:
    """ "the Courant": a bare name behind an article is no person's."""
    return run[1] - run[0] == 2 and tree.lower[run[0]] == "the" and tree.pos[head] == "PROPN" and not roles.is_title(tree.passage.doc[head])


def _several(tree: Tree, head: int, run: Run | None = None) -> bool:
    """ "Ann Doe and her husband" are two, "Doe, Roe and Poe" three."""
    joined = any(tree.deps[k] == "conj" for k in tree.kids[head])
    return joined and (any(tree.deps[k] == "cc" for k in tree.kids[head]) or (run is not None and "and" in tree.lower[run[0] : run[1]]))


def _by_words(tree: Tree, head: int, run: Run) -> Speaker | None:
    """A speaker of whom the article gives no person's name."""
    lemma, mention = tree.lemmas[head], (tree.span(run),)
    words = [tree.lower[i] for i in range(*run)]
    around = " ".join(tree.lower[i] for i in range(*tree.edges[head]))
    if NOT_NAMED.search(around) and not any(tree.kinds[i] == "PERSON" for i in range(*run)):
        return Speaker(None, _called(tree, head, run), "unnamed", mention)
    if lemma in SOURCES or tree.lower[head] in SOURCES or any(word in ANONYMOUS for word in words):
        return Speaker(None, _called(tree, head, run), "unnamed", mention)
    kind = _kind(tree, head, words)
    if kind is None:
        return None
    called = _called(tree, head, run)
    if kind == "unnamed":
        return Speaker(None, called, kind, mention)
    if kind == "organisation" and not any(tree.pos[i] == "PROPN" for i in range(*run)):
        return Speaker(None, called, kind, mention)
    return Speaker(called, None, kind, mention)


def _kind(tree: Tree, head: int, words: Sequence[str]) -> SpeakerKind | None:
    lemma, tag, entity = tree.lemmas[head], tree.tags[head], tree.kinds[head]
    if lemma in PAPERS or not words or entity in {"DATE", "TIME", "MONEY", "EVENT"}:
        return None
    human = roles.is_for_a_person(tree.passage.doc[head]) or lemma in PEOPLE
    many = tag == "NNPS" or (tag == "NNS" and (human or lemma == "percent"))
    if _several(tree, head) or lemma in GROUPS or tree.lower[head] in GROUPS or (many and entity not in {"ORG", "GPE"}):
        return "group"
    if entity == "ORG" and lemma not in ORGANISATIONS and _perhaps_a_person(tree, head, words):
        return None
    if lemma in ORGANISATIONS or entity in {"ORG", "GPE", "LOC", "FAC"}:
        return "organisation"
    if entity == "NORP":
        return _of_a_party(tag, words[0])
    if tree.lower[head] in entities.NOT_IN_A_PERSON and tag in {"NNP", "NNPS"}:
        return "organisation"  # "Aldine Lines"
    if entity == "PERSON" or tag == "NNP":
        return None
    if lemma in {"person", "individual"} or (lemma == "one" and "of" in words):
        return "unnamed"
    return "unnamed" if human and words[0] in INDEFINITE else None


def _of_a_party(tag: str, first: str) -> SpeakerKind | None:
    """ "Democrats" are a group; "the Vermont Democrat" is one person, whom we do not know."""
    if tag in {"NNS", "NNPS", "JJ"} or first not in {"the", "this", "that", *INDEFINITE}:
        return "group"
    return "unnamed" if first in INDEFINITE else None


def _perhaps_a_person(tree: Tree, head: int, words: Sequence[str]) -> bool:
    """ "Doe-Roe", "the Ledger's Ann Doe", "negotiator Ann Doe": names that the language library takes for an organisation's."""
    role = any(tree.pos[k] == "NOUN" and roles.is_for_a_person(tree.passage.doc[k]) for k in tree.kids[head])
    return role or not {"-", "'s", "’s"}.isdisjoint(words)


def _joined(tree: Tree, head: int) -> int:
    """The last of several names, "Doe, Roe and Poe"."""
    following = [k for k in tree.kids[head] if tree.deps[k] == "conj" and k > head]
    return _joined(tree, following[-1]) if following else head


def _called(tree: Tree, head: int, run: Run) -> str | None:
    """The words of a phrase without article and clauses: "Many women who ..." are "many women"."""
    first, last = run
    while first < head and tree.lower[first] in DETERMINERS:
        first += 1
    for kid in tree.kids[head]:
        start = tree.edges[kid][0]
        if kid > head and tree.deps[kid] in {"relcl", "acl", "appos", "advcl"} and start < last:
            last = max(head + 1, start)
    joined = _joined(tree, head)
    last = next((i for i in range(max(head, joined) + 1, last) if tree.words[i] == ","), last)
    runs = tree.runs(range(first, last))
    if not runs:
        return None
    span = tree.span((runs[0][0], runs[-1][1]))
    text = tree.said(span)
    plain = tree.pos[runs[0][0]] not in {"PROPN"} and not text[:2].isupper()
    return text[0].lower() + text[1:] if plain else text
