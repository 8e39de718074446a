"""One form for what is counted and what happened to it, so that two tellings' facts meet: "people killed".

Lemmas come in, words in normal form go out. No text is read here.
"""

from __future__ import annotations

from samestory.text import listed

_PLURALS = {"person": "people", "child": "children", "man": "men", "woman": "women", "foot": "feet", "life": "lives", "wife": "wives"}
_PERSONS = listed("people person victim individual other human casualty someone somebody")
_ALIKE = {"kid": "child", "youngster": "child", "cop": "officer", "policeman": "officer"}
_PARTICIPLES = {
    "become": "become", "begin": "begun", "bite": "bitten", "break": "broken", "bring": "brought", "build": "built", "burn": "burned",
    "beat": "beaten", "burst": "burst", "choose": "chosen", "cost": "cost", "feel": "felt", "forget": "forgotten", "freeze": "frozen",
    "hide": "hidden", "shake": "shaken", "speak": "spoken", "split": "split", "spread": "spread",
    "buy": "bought", "catch": "caught", "come": "come", "cut": "cut", "draw": "drawn", "drive": "driven", "eat": "eaten", "fall": "fallen",
    "feed": "fed", "fight": "fought", "find": "found", "fly": "flown", "get": "gotten", "give": "given", "go": "gone", "grow": "grown",
    "hear": "heard", "hit": "hit", "hold": "held", "hurt": "hurt", "keep": "kept", "know": "known", "lay": "laid", "lead": "led",
    "leave": "left", "lend": "lent", "lose": "lost", "make": "made", "meet": "met", "pay": "paid", "put": "put", "quit": "quit",
    "read": "read", "ride": "ridden", "rise": "risen", "run": "run", "say": "said", "see": "seen", "seek": "sought", "sell": "sold",
    "send": "sent", "set": "set", "shed": "shed", "shoot": "shot", "show": "shown", "shut": "shut", "sit": "sat", "sleep": "slept",
    "spend": "spent", "stand": "stood", "steal": "stolen", "strike": "struck", "sue": "sued", "swear": "sworn", "take": "taken",
    "teach": "taught", "tell": "told", "think": "thought", "throw": "thrown",
    "wear": "worn", "win": "won", "write": "written", "drown": "drowned",
}  # fmt: skip
_DOUBLED = listed(
    """stab rob ship trap stop drop plan shop equip admit commit submit
    permit refer grab ban jam nab plot cap club kidnap rip strip wrap slam"""
)
# Different words for one happening, so that tellings agree: "43 died", "43 were killed", "43 dead".
_SAME = {"died": "killed", "slain": "killed", "dead": "killed", "perished": "killed", "wounded": "injured", "hurt": "injured",
         "detained": "arrested", "hospitalised": "hospitalized",
         "saved": "rescued", "slayed": "killed", "murdered": "killed", "massacred": "killed"}  # fmt: skip


def plural(lemma: str) -> str:
    """The plural of a noun's lemma.

    >>> [plural(w) for w in ("person", "bus", "city", "officer", "victim")]
    ['people', 'buses', 'cities', 'officers', 'victims']
    """
    if lemma in _PLURALS:
        return _PLURALS[lemma]
    if lemma.endswith("child"):
        return f"{lemma}ren"
    if lemma.endswith(("children", "men", "people", "personnel", "aircraft", "police", "staff", "fish", "sheep", "species")):
        return lemma
    if lemma.endswith(("s", "x", "z", "ch", "sh")):
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return lemma[:-1] + "ies"
    return lemma + "s"


def participle(lemma: str) -> str:
    """The past participle of a verb's lemma, synonyms joined.

    >>> [participle(w) for w in ("die", "shoot", "wound", "carry", "stab", "evacuate")]
    ['killed', 'shot', 'injured', 'carried', 'stabbed', 'evacuated']
    """
    if lemma in _PARTICIPLES:
        form = _PARTICIPLES[lemma]
    elif lemma.endswith("e"):
        form = lemma + "d"
    elif lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        form = lemma[:-1] + "ied"
    else:
        form = lemma + (lemma[-1] if lemma in _DOUBLED else "") + "ed"
    return _SAME.get(form, form)


def happened(word: str) -> str:
    """A participle or adjective in its normal form: "dead" is "killed"."""
    return _SAME.get(word, word)


def counted(lemma: str) -> str:
    """The unit of a count: all words for a human being without more are "person"."""
    return "person" if lemma in _PERSONS else _ALIKE.get(lemma, lemma)
