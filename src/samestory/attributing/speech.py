"""Verbs of speaking in all their forms: the language model takes "Doe answers" beside a quotation for two nouns."""

from __future__ import annotations

from samestory.text import listed

# Verbs that can stand beside a quotation, one sense or all: "she laughed", "the sign read".
VERBS = listed(
    """say tell ask answer add write comment reply explain tweet post continue note recall joke insist warn admit exclaim shout
    whisper begin conclude remark respond declare state announce argue claim quip laugh sigh shrug yell scream cry chant sing read
    retort counter object observe offer suggest agree confess confirm deny mutter murmur mumble growl snap caption text email
    message plead urge demand order reason reflect report repeat stress emphasize assert boast brag predict promise vow protest
    think wonder acknowledge concede cheer gush go interject interrupt propose muse opine recount relate reveal share start sum
    testify thank thunder lament complain blast rant rave"""
)
IRREGULAR = {
    "say": "said", "tell": "told", "write": "wrote written", "begin": "began begun", "sing": "sang sung", "read": "read",
    "think": "thought", "go": "went",
}  # fmt: skip


def _forms(verb: str) -> set[str]:
    stem = verb[:-1] if verb.endswith("e") else verb
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return {verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"}
    if verb in IRREGULAR:
        return {verb, verb + ("es" if verb == "go" else "s"), stem + "ing", *IRREGULAR[verb].split()}
    doubled = {verb + verb[-1] + "ed", verb + verb[-1] + "ing"} if verb in {"admit", "quip", "snap", "brag", "sum", "plan"} else set()
    return {verb, verb + ("es" if verb.endswith(("sh", "ch", "ss")) else "s"), stem + "ed", stem + "ing", *doubled}


FORMS: dict[str, str] = {form: verb for verb in sorted(VERBS) for form in sorted(_forms(verb))}
SPOKEN = frozenset(FORMS) | {"according"}  # words of speaking anywhere, beside marks or not
