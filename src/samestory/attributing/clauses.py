"""Where what somebody said begins and ends, by the grammar of its sentence: the narrator's words out, whole clauses in.

    "He warned that it would rain. | The town is angry"         cut at the full stop
    "The reason she expects rain | is the wind"                 cut at the end of the clause that the cue stands in
    "urging Doe to stay and | voting against it"                cut before what is done beside saying
    "insist the race is different -- largely | because of Roe"  goes on to the end of the phrase
    "told | police that it rained, the Ledger reported"         begins where the sentence does

A tree, a stretch of content, its cue and its source come in; the stretch, mended, goes out. Between quotation marks
nothing is mended: the marks tell where that ends.
"""

from __future__ import annotations

from collections.abc import Sequence, Set

from samestory.attributing.tree import Run, Tree
from samestory.text import listed

ENDS = frozenset({".", "!", "?"})
DASHES = frozenset({"—", "–", "--"})
OPEN = frozenset({"ADP", "DET", "SCONJ", "PART", "CCONJ"})  # no phrase ends in these
DONE = frozenset({"VBD", "VBZ", "VBP", "VBG"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
VERBAL = frozenset({"VERB", "AUX"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
DECLINED = listed("declined declines refused refuses")
NOT = listed("not n't n’t")
TOLD = listed("elaborate say specify provide give identify name explain offer comment detail disclose reveal answer respond cite")
SMALL = listed("a an and at for in of on the to with")  # words of a title without a capital
LONGEST_TITLE = 8
WHOM = frozenset({"who", "whom", "whose"})
LEAST = 3  # tokens that a content keeps where something is cut off


def mended(tree: Tree, run: Run, cue: Run, taken: Set[int]) -> Run:
    """A stretch of content in the cue's tree; `taken` are the tokens of its cue and source."""
    first, last = run
    if first >= cue[1]:
        last = min(sentence_end(tree, run), clause_end(tree, run, cue), deed(tree, run, cue))
    if last == run[1]:
        last = phrase_end(tree, run, taken)
    if last <= cue[0]:
        first = clause_start(tree, run, taken)
    return (first, last) if last - first >= min(LEAST, run[1] - run[0]) else run


def sentence_end(tree: Tree, run: Run) -> int:
    """The full stop within a stretch, outside quotation marks, that another sentence follows."""
    first, last = run
    for i in range(first + LEAST, last - 1):
        if tree.inside[i] >= 0 or tree.inside[i + 1] >= 0 or not tree.words[i + 1][0].isupper():
            continue
        if tree.words[i] in ENDS or (tree.words[i][-1] == "." and _begins_clause(tree, i + 1, first)):
            return i if tree.words[i] in ENDS else i + 1
    return last


def _begins_clause(tree: Tree, i: int, first: int) -> bool:
    """ "attack the U.S. | North Doe is angry": a subject with a verb of its own, where a verb stood before."""
    if tree.sentences[i] != tree.sentences[i - 1]:
        return True
    subject = next((k for k in range(i, min(len(tree), i + 4)) if tree.deps[k] in SUBJECTS and tree.edges[k][0] == i), None)
    if subject is None or tree.tags[tree.heads[subject]] not in DONE or tree.heads[subject] < subject:
        return False
    return any(tree.pos[k] in VERBAL and tree.tags[k] in {"VBD", "VBZ", "VBP", "VBN", "MD"} for k in range(first, i))


def clause_end(tree: Tree, run: Run, cue: Run) -> int:
    """The end of the relative clause that the cue stands in, where the verb of what stood before the clause follows."""
    head = next((i for i in range(*cue) if tree.pos[i] in VERBAL and tree.deps[i] == "relcl"), None)
    end = tree.edges[head][1] if head is not None else run[1]
    if not run[0] + LEAST <= end < run[1]:
        return run[1]
    verb = next((i for i in range(end, run[1]) if tree.words[i][0].isalnum()), run[1] - 1)
    main = tree.heads[verb] if tree.deps[verb] in {"aux", "auxpass"} else verb
    subject = next((k for k in tree.kids[main] if tree.deps[k] in SUBJECTS), None)
    if tree.pos[verb] not in VERBAL or tree.inside[verb] >= 0 or subject is None or subject >= cue[0]:
        return run[1]
    return end


def deed(tree: Tree, run: Run, cue: Run) -> int:
    """Where another verb follows in the form of the cue's, which what is said does not have: "calling on Doe to stay and | voting"."""
    first, last = run
    verb = next((i for i in range(*cue) if tree.tags[i] in DONE), None)
    for i in range(first + 1, last - 1):
        if tree.lower[i] not in {"and", "but"} or tree.inside[i] >= 0 or tree.inside[i + 1] >= 0:
            continue
        if _says_no_more(tree, i + 1, last):
            return i - (tree.words[i - 1] == ",")
        if verb is None:
            continue
        other = next((k for k in range(i + 1, min(last, i + 3)) if tree.pos[k] != "ADV"), last)
        if other == last or tree.pos[other] != "VERB" or tree.tags[other] != tree.tags[verb]:
            continue
        if _is_anothers(tree.tags[verb], [tree.tags[k] for k in range(first, i) if tree.tags[k] in FINITE]):
            return i
    return last


def _is_anothers(tag: str, before: Sequence[str]) -> bool:
    """Whether a verb of the cue's form goes with the cue's subject: no finite verb before it, or one of the other number."""
    other = {"VBZ": {"VBP"}, "VBP": {"VBZ"}}.get(tag, set())
    return not before or set(before) <= other


def _says_no_more(tree: Tree, i: int, last: int) -> bool:
    """ "... but | did not elaborate", "and | declined to say why"."""
    if tree.lower[i] in DECLINED and i + 2 < last:
        return tree.lemmas[i + 2] in TOLD
    return i + 2 < last and tree.lower[i] in {"did", "does", "would", "do"} and tree.lower[i + 1] in NOT and tree.lemmas[i + 2] in TOLD


def phrase_end(tree: Tree, run: Run, taken: Set[int]) -> int:
    """The end of a phrase that the stretch breaks off."""
    first, last = run
    following = last + (last < len(tree) and tree.words[last] in DASHES)
    if following >= len(tree) or tree.inside[last - 1] >= 0 or not tree.words[following][0].isalnum():
        return last
    if tree.sentences[following] != tree.sentences[last - 1] or following in taken or tree.inside[following] >= 0:
        return last
    if not _breaks(tree, run, following):
        return last
    top = following
    while tree.heads[top] >= last and tree.heads[top] != top and tree.edges[tree.heads[top]][0] >= first:
        top = tree.heads[top]
    end = _without_clauses(tree, last, tree.edges[top][1])
    if any(i in taken or tree.inside[i] >= 0 for i in range(last, end)) or tree.sentences[end - 1] != tree.sentences[last - 1]:
        return last
    while end > last and not tree.words[end - 1][0].isalnum():
        end -= 1
    return max(end, last)


def _without_clauses(tree: Tree, first: int, last: int) -> int:
    """The end of a phrase before ", who had spent 15 years in jail"."""
    clauses = (
        tree.edges[i][0] for i in range(first + 1, last) if tree.deps[i] in {"relcl", "appos"} and tree.words[tree.edges[i][0] - 1] == ","
    )
    return next((start - 1 for start in clauses if start - 1 > first), last)


def _breaks(tree: Tree, run: Run, following: int) -> bool:
    """Whether the last word waits for the next one: "by | Doe", "Eastern | Time", "largely | because"; or a dash parts a phrase."""
    first, last = run
    if following > last:
        return tree.pos[following] == "ADP" and first <= tree.heads[following] < last
    end = last - 1
    if tree.pos[end] in OPEN:
        return tree.pos[end] != "CCONJ"
    before_noun = tree.deps[end] in {"amod", "compound", "nummod", "poss"} and tree.pos[tree.heads[end]] in {"NOUN", "PROPN"}
    return tree.heads[end] >= last and (before_noun or tree.deps[end] in {"advmod", "quantmod"})


def clause_start(tree: Tree, run: Run, taken: Set[int]) -> int:
    """Where the sentence begins of a stretch that starts in the middle of a clause and is closed by ", the Ledger reported"."""
    first, last = run
    closes = any(i in taken for i in range(last, min(len(tree), last + 2))) and "," in tree.words[last - 1 : last + 1]
    if first == 0 or tree.inside[first] >= 0 or not closes or first - 1 in taken or not tree.words[first - 1][0].isalnum():
        return first
    start = first
    while start and tree.sentences[start - 1] == tree.sentences[first]:
        start -= 1
    while start < first and (not tree.words[start][0].isalnum() or tree.pos[start] == "CCONJ"):
        start += 1
    if any(i in taken or tree.inside[i] >= 0 for i in range(start, first)):
        return first
    hangs = any(start <= tree.heads[i] < first for i in range(first, last))
    return start if hangs else first


def strays(trees: Sequence[Tree], pieces: Sequence[tuple[int, Run]], cue: tuple[int, Run]) -> list[tuple[int, Run]]:
    """The pieces without those that are a scrap of another sentence: "There is value in at least | ... Doe tells us that ..."."""
    if len(pieces) < 2:
        return list(pieces)
    number, (at, _) = cue
    kept = [piece for piece in pieces if not _is_scrap(trees, piece, (number, trees[number].sentences[at]))]
    kept = [(n, run) for n, run in kept if n != number or not _tells_of_hearer(trees[number], run)]
    kept = [(n, run) for n, run in kept if not _is_title(trees[n], run)] or kept
    return kept or list(pieces)


def _tells_of_hearer(tree: Tree, run: Run) -> bool:
    """ "He told the board, | most of whom slept, | that it rained"."""
    first, _ = run
    return tree.words[first - 1] == "," and tree.inside[first] < 0 and any(word in WHOM for word in tree.lower[first : first + LEAST])


def _is_title(tree: Tree, run: Run) -> bool:
    """ "Doe, on the Ledger's | "Doe This Sunday," | said that it rained"."""
    first, last = run
    inner = [tree.words[i] for i in range(first, last) if tree.words[i][0].isalpha()]
    marked = tree.inside[first] >= 0 and tree.run_of(tree.stretches[tree.inside[first]]) == run
    named = 1 < len(inner) <= LONGEST_TITLE and all(word[0].isupper() or word in SMALL for word in inner)
    follows = first > 0 and (tree.words[first - 1][-1].isalpha() or tree.words[first - 1] in {"'", "’"})
    return marked and named and follows and _goes_on(tree, run)


def _goes_on(tree: Tree, run: Run) -> bool:
    """Whether no sentence ends with the stretch."""
    return not ENDS.intersection(tree.words[run[1] - 2 : run[1]])


def _is_scrap(trees: Sequence[Tree], piece: tuple[int, Run], cue: tuple[int, int]) -> bool:
    number, (first, last) = piece
    tree = trees[number]
    if (number, tree.sentences[last - 1]) == cue or tree.inside[first] >= 0 or tree.inside[last - 1] >= 0:
        return False
    begins = first == 0 or tree.sentences[first - 1] != tree.sentences[first] or tree.words[first] in ENDS
    ends = last == len(tree) or not tree.words[last][0].isalnum()
    return not (begins and ends)
