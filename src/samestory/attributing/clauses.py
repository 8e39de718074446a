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

from samestory.attributing import speech
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
CLAIMING = speech.SPOKEN | speech.TELLING | listed("charge charges")
SCARE = 4  # tokens between marks that are no speech, marks included
WHOM = frozenset({"who", "whom", "whose"})
LEAST = 3  # tokens that a content keeps where something is cut off


def mended(tree: Tree, run: Run, cue: Run, taken: Set[int]) -> Run:
    """A stretch of content in the cue's tree; `taken` are the tokens of its cue and source."""
    first, last = run
    if first >= cue[1]:
        ends = (sentence_end(tree, run), clause_end(tree, run, cue), deed(tree, run, cue), retort(tree, run, cue), aside(tree, run))
        last = min(ends)
    if last == run[1]:
        last = clauses_end(tree, (run[0], phrase_end(tree, run, taken)), taken)
    if last <= cue[0]:
        first = clause_start(tree, run, taken)
    return (first, last) if last - first >= min(LEAST, run[1] - run[0]) else run


def sentence_end(tree: Tree, run: Run) -> int:
    """The full stop within a stretch, outside quotation marks, that another sentence follows."""
    first, last = run
    for i in range(first + LEAST, last - 1):
        follows = i + 1 + _is_scare(tree, i + 1)
        if tree.inside[i] >= 0 or (follows == i + 1 and tree.inside[i + 1] >= 0) or not tree.words[follows][0].isupper():
            continue
        if tree.words[i] in ENDS or (tree.words[i][-1] == "." and _begins_clause(tree, i + 1, first)):
            return i if tree.words[i] in ENDS else i + 1
    return last


def _is_scare(tree: Tree, i: int) -> bool:
    """Whether a mark opens a word or two that are no speech: "“Stay” won"."""
    index = tree.inside[i]
    if index < 0 or (i and tree.inside[i - 1] == index):
        return False
    start, end = tree.run_of(tree.stretches[index])
    return start == i and end - start <= SCARE and tree.words[end - 2][-1].isalnum() and tree.words[end : end + 1] != []


def retort(tree: Tree, run: Run, cue: Run) -> int:
    """Where somebody else says something in a clause beside the cue's: "that it rained | but his foes charge that it snowed"."""
    first, last = run
    for i in range(first + LEAST, last - 1):
        beside = tree.deps[i] == "conj" and cue[0] <= tree.heads[i] < cue[1] and tree.lower[i] in CLAIMING and tree.inside[i] < 0
        subject = tree.child(i, "nsubj")
        if not beside or tree.tags[i] not in DONE or subject is None or tree.pos[subject] == "PRON":
            continue
        joint = next((k for k in range(tree.edges[subject][0] - 1, first, -1) if tree.lower[k] in {"but", "while", "and"}), None)
        if joint is not None and not any(tree.pos[k] in VERBAL for k in range(joint, tree.edges[subject][0])):
            return joint - (tree.words[joint - 1] == ",")
    return last


def aside(tree: Tree, run: Run) -> int:
    """The mark that closes all that is said, where only what the narrator says in brackets follows."""
    first, last = run
    index = tree.inside[first]
    if index < 0:
        return last
    end = tree.run_of(tree.stretches[index])[1]
    bracketed = end + 1 < last and tree.words[end] == "(" and tree.words[last - 1] == ")"
    return end if bracketed and all(tree.inside[i] < 0 for i in range(end, last)) else last


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


def clauses_end(tree: Tree, run: Run, taken: Set[int]) -> int:
    """The end of what goes on with the verb that the stretch ends in, or with another "and that": "it rained | and that it snowed"."""
    first, last = run
    if first == last or tree.inside[last - 1] >= 0 or last >= len(tree):
        return last
    kept = last - (tree.words[last - 1] in DASHES)
    head = _object(tree, last) if kept == last else None
    top = head if head is not None else _second(tree, first, kept)
    if top is None:
        return last
    end = tree.edges[top][1]
    while end > last and not tree.words[end - 1][0].isalnum():
        end -= 1
    broken = any(i in taken or tree.inside[i] >= 0 or tree.sentences[i] != tree.sentences[last - 1] for i in range(last, end))
    return last if broken else max(end, last)


def _object(tree: Tree, last: int) -> int | None:
    """What the verb before it governs: "he has angered | his friends", "closing | down the shop"."""
    verb = last - 1
    if tree.pos[verb] != "VERB" or not tree.words[last][0].isalnum():
        return None
    governed = [k for k in tree.kids[verb] if k >= last and tree.deps[k] in {"dobj", "prt"}]
    reaches = any(tree.edges[k][0] == last for k in governed)
    return verb if reaches and any(tree.deps[k] == "dobj" for k in governed) else None


def _second(tree: Tree, first: int, last: int) -> int | None:
    """The verb of a clause with "and that" behind the stretch, beside a verb of the stretch."""
    at = last
    while at < len(tree) and at < last + 2 and (tree.words[at] == "," or tree.words[at] in DASHES):
        at += 1
    if tree.lower[at : at + 2] not in (["and", "that"], ["but", "that"]) or tree.deps[at + 1] != "mark":
        return None
    verb = tree.heads[at + 1]
    above = tree.heads[verb]
    while tree.deps[verb] == "ccomp" and last <= above < verb:
        verb, above = above, tree.heads[above]
    told = above
    while tree.deps[told] == "conj" and tree.heads[told] >= first:
        told = tree.heads[told]
    governed = tree.deps[told] == "ccomp" and tree.heads[told] < first  # not "so narrowly that it rains, and that view is wrong"
    joined = tree.deps[verb] == "conj" and first <= above < last and governed
    return verb if joined and tree.pos[verb] in VERBAL else None


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
    start = tree.sentence(first)[0]
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
