"""Titles before a name: "Sen. Ann Doe", "Councillor Ann Doe"; and where behind them the name of a person stands.

The words of a run that the language model takes for a name come in; where the person's own name begins goes out, or None
where no title tells that it is a person's. What a title says of somebody's role is told in `roles`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from samestory.text import listed

# Titles that stand before a person's name and begin no organisation's: "Councillor Ann Doe", "Det. Insp. Ann Doe". Shortened ones
# may do without their point, except where it stands here.
SURE = listed(
    """mr mrs ms miss mx dr prof professor president vice-president ex-president senator sen sens representative rep reps congressman
    congresswoman congressmember councillor councilor councilman councilwoman councilmember councilperson cllr alderman alderwoman
    alderperson ald assemblyman assemblywoman assemblymember selectman selectwoman lawmaker governor gov taoiseach mayor
    minister chancellor secretary sec. treasurer comptroller judge justice magistrate prosecutor coroner chief sheriff officer constable
    inspector insp superintendent supt commissioner deputy trooper detective det captain capt cpt lieutenant lieut lt sergeant sgt
    corporal cpl pfc pvt spc colonel col maj commander cmdr cdr brigadier brig admiral adm commodore gen. airman firefighter
    paramedic reverend rev monsignor msgr archbishop rabbi imam ayatollah vicar chaplain deacon provost rector headteacher headmaster
    headmistress ambassador amb consul chairman chairwoman chairperson spokesman spokeswoman spokesperson dame baroness viscount
    countess duchess dci councillors councilors senators"""
)
# The same, where at least two words of the name follow: "Nurse Ann Doe", but "Bishop Ranch".
IN_FULL = listed("bishop cardinal sister fr nurse surgeon warden delegate trustee supervisor chair executive")
# Titles with which other names begin as well: "General Electric", "King Power Stadium", "Major League", "Premier Oil".
OTHERS = listed(
    """vice prime attorney general major king queen prince princess pope father brother sir lord lady coach director former candidate
    nominee leader speaker principal dean actor actress singer private premier ceo"""
)
OF_SHIPS = listed("lady lord king queen prince princess duchess dame sir")  # with an article before them: "the Lady Aldine"
TITLES = SURE | IN_FULL | OTHERS
LONGEST_NAME = 4  # words behind the title: "Councillor Gil van Tarrow Vance"


def is_title(word: str) -> bool:
    """Whether a word is a title where it stands before a name.

    >>> is_title("Cllr."), is_title("Council")
    (True, False)
    """
    return not TITLES.isdisjoint(_plain(word))


def tells(word: str, following: int) -> bool:
    """Whether a capitalised word before a name of so many words tells that the name is a person's.

    >>> tells("Councillor", 1), tells("councillor", 1), tells("Bishop", 1), tells("Bishop", 2), tells("General", 2)
    (True, False, False, True, False)
    """
    plain = _plain(word)
    return word[:1].isupper() and (not SURE.isdisjoint(plain) or (following > 1 and not IN_FULL.isdisjoint(plain)))


def name_behind(words: Sequence[str], fits: Callable[[Sequence[str]], bool]) -> int | None:
    """Where a person's name begins in a run of words because a title stands before it; `fits` tells what can be a name.

    >>> capitals = lambda words: all(word.istitle() for word in words)
    >>> name_behind("Wexley Council President Ann Doe".split(), capitals), name_behind("Ann Doe".split(), capitals)
    (3, None)
    >>> name_behind("Councillor Doe".split(), capitals), name_behind("Council Leader Ann Doe".split(), capitals)
    (1, None)
    """
    last = max((i for i, word in enumerate(words) if is_title(word) and i + 1 < len(words)), default=None)
    if last is None or not tells(words[last], len(words) - last - 1):
        return None
    name = words[last + 1 :]
    enough = len(name) > 1 or all(is_title(word) for word in words[:last])  # "Wexley Mayor House" may be anything
    return last + 1 if enough and len(name) <= LONGEST_NAME and fits(name) else None


def _plain(word: str) -> set[str]:
    """ "Gen. Doe" is a general, "Gen Z" nobody."""
    lower = word.lower()
    return {lower, lower.rstrip(".")}
