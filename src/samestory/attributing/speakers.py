"""Who stands behind a source's words: a person of the roster, a group, an organisation, an outlet, somebody unnamed.

A candidate's source comes in; a speaker goes out, under the fullest name of the article, with the mentions that led
to it. Where that is not sure, or where the source is a paper and no person ("the report"), there is no speaker.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from samestory.attributing import glued, kinds, outlets, roles
from samestory.attributing.candidates import Candidate
from samestory.attributing.references import Meant, References
from samestory.attributing.tree import Run, Tree
from samestory.model import Article, Credit, Person, Span, Speaker


class Cast:
    """The people and other speakers of an article."""

    def __init__(self, article: Article, trees: Sequence[Tree], roster: Sequence[Person], credited: Sequence[Credit]) -> None:
        self._zones = glued.zones(article.text)
        named = [_named(article, person, self._zones) for person in roster] if self._zones else roster
        self._roster = [person for person in named if person.mentions]
        self._credited = credited
        self._trees = trees
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
        run = self._own(tree, candidate.words[0])
        return self.of(tree, _noun(tree, candidate.source, run), run) if run[0] < run[1] else None

    def _own(self, tree: Tree, run: Run) -> Run:
        """The words of a source before headlines that are glued into it."""
        span = tree.span(run)
        start, end = glued.outside(self._zones, span.start, span.end)
        kept = [i for i in range(*run) if start <= tree.passage.start + tree.starts[i] < end] if self._zones else list(range(*run))
        return (run[0], kept[-1] + 1) if kept else (run[0], run[0])

    def of(self, tree: Tree, head: int, run: Run) -> Speaker | None:
        """Who a phrase with this head word is, or None where that is not sure."""
        if kinds.one_of_two_offices(tree, head):
            head = next(k for k in tree.kids[head] if tree.deps[k] == "conj")
        span = tree.span(run)
        outlet = self._outlet(tree, head, span)
        if outlet:
            return Speaker(outlet, None, "outlet", (span,))
        if self._joined(tree, head, run):
            return self._together(tree, head, run)
        meant = self._references.of(tree, head, run) or self._named_after(tree, head, run) or self._last_named(tree, head, run)
        if meant and not _is_thing(tree, head, run):
            person = self._roster[meant.person]
            return Speaker(person.name, person.role, "person", meant.mentions)
        if tree.lower[head] in {"he", "she"}:
            return self._unnamed_before(tree, head)
        if (tree.pos[head] == "PRON" and tree.lower[head] != "one") or tree.lower[head] in {"who", "which", "that"}:
            return self._antecedent(tree, head)
        found = kinds.by_words(tree, head, run) if not self._perhaps_somebody(tree, head, run) else None
        if found and found.kind == "unnamed":
            self._unnamed = (tree, tree.sentences[head], found)
        return found

    def _joined(self, tree: Tree, head: int, run: Run) -> bool:
        """Whether the words tell of several, by the tree or by two names with "and" between them."""
        if kinds.several(tree, head, run):
            return True
        ands = [i for i in range(run[0] + 1, run[1] - 1) if tree.lower[i] in {"and", "&"}]
        return any(self._names(tree, i - 1, i) and self._names(tree, i + 1, min(i + 4, run[1])) for i in ands)

    def _names(self, tree: Tree, first: int, last: int) -> bool:
        return any(self._references.named(tree, i) for i in range(first, last))

    def _together(self, tree: Tree, head: int, run: Run) -> Speaker | None:
        """Several speakers: under their names where each is known, else as the words have them."""
        if not kinds.several(tree, head):
            return None  # "Doe, Roe and Poe", which the tree does not join
        heads = [head]
        while following := [k for k in tree.kids[heads[-1]] if tree.deps[k] == "conj" and k > heads[-1]]:
            heads += following
        meant = [self._references.of(tree, i, (run[0] if i == head else tree.edges[i][0], i + 1)) for i in heads]
        names = list(dict.fromkeys(self._roster[m.person].name for m in meant if m))
        if len(names) < len(heads):
            return kinds.by_words(tree, head, run)
        mentions = tuple(span for m in meant if m for span in m.mentions)
        return Speaker(", ".join(names[:-1]) + " and " + names[-1], None, "group", mentions)

    def _perhaps_somebody(self, tree: Tree, head: int, run: Run) -> bool:
        """Whether a name of one word that stands for an organisation here stands for a person elsewhere in the article."""
        word = tree.words[head]
        if run[1] - run[0] > 1 or tree.kinds[head] != "ORG" or word.isupper():
            return False
        return any(t.kinds[i] == "PERSON" and t.words[i] == word for t in self._trees for i in range(len(t)))

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
        since = speaker.mentions[-1].end - tree.passage.start
        if near and any(tree.starts[i] >= since and self._references.named(tree, i) for i in range(head)):
            return None  # "When a reporter asked Doe, she said"
        return Speaker(None, speaker.role, "unnamed", (tree.span((head, head + 1)), *speaker.mentions)) if near else None

    def _antecedent(self, tree: Tree, head: int) -> Speaker | None:
        """ "many women who say": what the pronoun of a relative clause stands for."""
        if tree.lower[head] in kinds.GROUPS:
            return kinds.by_words(tree, head, tree.edges[head])
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
        return usual or (credited if credited and tree.lemmas[head] not in kinds.PAPERS else None)


def _named(article: Article, person: Person, zones: tuple[tuple[int, int], ...]) -> Person:
    """The person under the fullest name that stands in the article's own text, not in headlines glued into it."""
    kept = [glued.outside(zones, mention.start, mention.end) for mention in person.mentions]
    own = tuple(article.span(start, end) for start, end in kept if start < end)
    forms = [" ".join(article.words(span).split()) for span in own]
    if len(own) == len(person.mentions) and own == person.mentions:
        return person
    return replace(person, name=max(forms, key=lambda form: len(form.split()), default=person.name), mentions=own)


def _noun(tree: Tree, head: int, run: Run) -> int:
    """The head word: who acts, where the parser hangs something else beside it; else the last noun of the first phrase."""

    def nominal(i: int) -> bool:
        return tree.pos[i] in {"NOUN", "PROPN", "PRON", "X", "NUM"} or tree.lower[i] == "old"

    tops = [i for i in range(*run) if nominal(i) and (tree.heads[i] == i or not run[0] <= tree.heads[i] < run[1])]
    acting = [i for i in tops if tree.deps[i] in {"nsubj", "nsubjpass"}]
    if len(acting) == 1 and (not nominal(head) or tree.deps[head] not in {"nsubj", "nsubjpass", "pobj"}):
        return acting[0]
    if nominal(head):
        return head
    stop = next((i for i in range(run[0] + 1, run[1]) if tree.words[i] == "," or tree.pos[i] == "ADP"), run[1])
    return next((i for i in range(stop - 1, run[0] - 1, -1) if tree.pos[i] in {"NOUN", "PROPN", "PRON"}), head)


def _is_thing(tree: Tree, head: int, run: Run) -> bool:
    """ "the Courant": a bare name behind an article is no person's."""
    return run[1] - run[0] == 2 and tree.lower[run[0]] == "the" and tree.pos[head] == "PROPN" and not roles.is_title(tree.passage.doc[head])
