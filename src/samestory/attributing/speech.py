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
# Of these, words that as often tell of doing: only beside marks are they words of speaking ("began to persecute", "offered a job").
LIGHT = frozenset(
    form for form, verb in FORMS.items() if verb in listed("begin continue go offer order post read share sing start sum chant counter")
)
# Words that tell of a statement or a belief without being verbs of speaking, in the forms in which news uses them so at least one time
# in three (counted in the train set of PolNeAR, read and pruned by hand): "criticized the plan", "his criticism of".
TELLING = listed(
    """accuse accused accuses accusing adamant alleges alleging alluding angered apologies apologized apologizes applaud applauded
    approved articulated assail assailed assails assertion assumption assurances assured attacked attacking attacks attributed bashing
    belittled bemoaned believe believed believes believing blame blamed blames blaming brushed call called calling calls cautioned
    challenged championed characterized charged chided chiding cite cited cites citing clarified clarify coined compare compared complaint
    complaints concern concerned concerns condemned condemning congratulated congratulating considers contended contends contradicted
    contrasted contrasting convinced counts credited crediting criticised criticism criticisms criticize criticized criticizes criticizing
    debated decided decision declined decried decrying deemed defended defender defending defends demanded demonstrates denounce denounced
    denouncing denunciation depicted depicting derided describe described describes describing detailed detailing disagrees disavowed
    disbelief disclose disclosed disclosing discuss discussed discussing dismayed dismissed dismisses dismissing dispute disputed disputes
    disputing doubt doubts downplayed dubbed echoed echoing elaborated emphasis encourage encouraged encouraging endorsed endorses
    envision envisioned estimate estimated estimates expect expected expecting expects express expressed expresses expressing fear feared
    fearing fears feels felt figured find finding finds floated forecast foresee found framed grilled guaranteed hailed hailing heralded
    highlighted highlighting hinted hinting hints hope hoped hopeful hopes hoping illustrates imagined implied implies implying indicate
    indicated indicates indicating insistence insulted interpreted intimated invoked joked judged knew knows labeled lambasted
    lamenting lashed lauded lauding learned lectured likened linked listed maintained maintains marveled mention mentioned mentioning
    mentions mocked mocking mocks mulling notion objected opinion optimistic outlined outlining petition pitched pledged pledges pledging
    pointed pointing points portray portrayed portraying praise praised praises praising prediction
    proclaimed projected projecting projects promises promising proposal propose proposed questioned questioning questions quoted
    quoting railed railing rails realized reaffirmed reasoned rebuffed rebuked rebut recommendation recommended recognized referenced
    references referencing referred referring refers refuse refused refuses refusing refute regarded reiterated rejected rejecting
    rejects remembered remembering remembers reminded reminding reminds repudiated requested requests revealed reveals ridiculed ruled
    rules seen sees showed showing shown shows signaled signalled skeptical slammed slamming slams speculate speculated
    spoke stance statement stressing suggestion supposed surmised suspected swore talked talking talks testimony theory thinking threat
    threaten threatened threatening threatens threats touted touting touts unveiled urging uttered view viewed views voiced vow
    vowed vows vouched want wants warning warnings wonders worried worries worry worrying writing"""
)
