"""Provenance: where a telling has its knowledge from."""

from __future__ import annotations

from dataclasses import replace

from samestory.comparing import provenance
from samestory.model import Copy, Provenance, Signed, SignedHow, Telling
from telling_builder import Marks, Said, place, story, telling


def edges(*tellings: Telling, copies: tuple[Copy, ...] = ()) -> list[tuple[str, str, str, bool]]:
    return [(edge.teller, edge.how, edge.origin, edge.origin_article) for edge in found(*tellings, copies=copies)]


def found(*tellings: Telling, copies: tuple[Copy, ...] = ()) -> tuple[Provenance, ...]:
    return provenance.find(story(*tellings, copies=copies), tellings)


def crediting(name: str, outlet: str, *credits: tuple[str, str], **heads: str | None) -> Telling:
    return telling(
        name, "The dam broke, The Harbour Ledger reported. It held, the Ledger said.", Marks(credits=credits), outlet=outlet, **heads
    )


LEDGER = ("The Harbour Ledger", "The Harbour Ledger reported")


def test_a_credited_outlet_is_its_article_where_the_story_has_one() -> None:
    ledger = telling("a", "The dam broke.", outlet="Harbour Ledger", day="2025-11-03")
    assert edges(ledger, crediting("b", "Northfield Courier", LEDGER, day="2025-11-04")) == [("b", "credits", "a", True)]
    assert edges(crediting("b", "Northfield Courier", LEDGER)) == [("b", "credits", "The Harbour Ledger", False)]


def test_an_article_of_a_later_day_is_not_what_was_credited() -> None:
    later = telling("z", "The dam broke.", outlet="Harbour Ledger", day="2025-11-09")
    assert edges(crediting("b", "Northfield Courier", LEDGER, day="2025-11-04"), later) == [("b", "credits", "Harbour Ledger", False)]


def test_an_article_never_credits_itself() -> None:
    assert edges(crediting("a", "harbour-ledger.com", LEDGER)) == []
    assert edges(crediting("a", "Ledger", LEDGER, url="https://www.harbourledger.com/dam")) == []


def test_credits_of_one_outlet_are_one_edge_with_all_its_places() -> None:
    teller = crediting("b", "Northfield Courier", LEDGER, ("Harbour Ledger", "the Ledger said"))
    (edge,) = found(teller)
    assert edge.evidence == (place(teller, "The Harbour Ledger reported"), place(teller, "the Ledger said"))


def test_short_and_long_names_of_an_agency_are_one() -> None:
    text = "The dam broke (AP). The Associated Press reported it."
    teller = telling("a", text, Marks(credits=[("AP", "(AP)"), ("Associated Press", "The Associated Press reported")]))
    assert edges(teller) == [("a", "credits", "AP", False)]


def test_copies_point_at_the_article_copied() -> None:
    a, b = telling("a", "The dam broke at four."), telling("b", "The dam broke at four. It rained.")
    passage = (place(b, "The dam broke at four"), place(a, "The dam broke at four"))
    outside = Copy("b", "elsewhere", 1.0, (passage,))
    (edge,) = found(a, b, copies=(Copy("b", "a", 1.0, (passage,)), outside))
    assert (edge.teller, edge.how, edge.origin, edge.evidence) == ("b", "copies", "a", (passage[0],))


def test_an_outlet_that_somebody_spoke_to_is_quoted_from() -> None:
    text = "Ann Doe told Wexley Radio that the dam broke."
    assert edges(telling("a", text, Marks(credits=[("Wexley Radio", "told Wexley Radio")]))) == [("a", "quotes", "Wexley Radio", False)]


def told(medium: str | None) -> list[tuple[str, str, str, bool]]:
    teller = telling(
        "a", '"The dam broke at four," Ann Doe said.', Marks(says=[Said('"The dam broke at four,"', "Ann Doe", medium=medium)])
    )
    return edges(teller)


def test_a_statement_told_to_another_outlet_comes_from_there() -> None:
    for medium in ("told Wexley Radio", "interview with Wexley Radio", "a statement to Wexley Radio"):
        assert told(medium) == [("a", "quotes", "Wexley Radio", False)]


def test_a_statement_told_to_nobody_in_particular_has_no_outlet() -> None:
    for medium in (
        None,
        "told reporters",
        "news conference",
        "Instagram post",
        "told a friend",
        "told a newspaper",
        "statement on Tuesday",
        "interview with Kimmel",
        "interview with police",
        "told Twitter",
        "told The press",
    ):
        assert told(medium) == []


def test_links_to_an_article_or_an_outlet_of_the_story() -> None:
    a = telling("a", "The dam broke.", outlet="Harbour Ledger", url="https://www.harbourledger.example/news/dam?utm_source=x")
    links = [
        ("broke", "http://harbourledger.example/news/dam/#top"),
        ("mud", "https://harbourledger.example/other"),
        ("here", "https://elsewhere.example/page"),
        ("itself", "https://www.courier.co.uk/dam"),
        ("odd", "https://[broken"),
    ]
    b = telling("b", "The dam broke; mud came here, on itself, odd.", Marks(links=links), outlet="Courier", url="https://courier.co.uk/dam")
    assert edges(a, b) == [("b", "links", "a", True), ("b", "links", "Harbour Ledger", False)]


def test_a_link_to_the_host_of_a_credited_outlet() -> None:
    text = "The dam broke, Wexley Radio reported; more here."
    b = telling("b", text, Marks(credits=[("Wexley Radio", "Wexley Radio reported")], links=[("here", "https://wexleyradio.com/1")]))
    assert edges(b) == [("b", "credits", "Wexley Radio", False), ("b", "links", "Wexley Radio", False)]


def test_addresses_that_differ_in_their_query_only() -> None:
    a = telling("a", "The dam broke.", url="https://ledger.example/read?id=12&from=mail")
    b = telling("b", "More here.", Marks(links=[("here", "https://ledger.example/read?id=99")]))
    assert edges(a, b) == [("b", "links", "ledger", False)]


def test_an_outlet_without_a_readable_name_is_left_out() -> None:
    assert edges(telling("a", "It broke, --- said.", Marks(credits=[("---", "--- said")]), url="https://[bad")) == []


def test_an_outlet_with_a_section_and_one_that_signs_in_initials_are_known() -> None:
    assert edges(crediting("a", "The Harbour Ledger: Sport", LEDGER)) == []
    wire = telling("w", "(TP) The dam broke.", Marks(credits=[("TP", "(TP)")]), outlet="Transcoast Press")
    taken = telling("z", "(TP) The dam broke.", Marks(credits=[("TP", "(TP)")]))
    assert edges(wire, taken) == [("z", "credits", "w", True)]
    other = telling("o", "(AP) The dam broke.", Marks(credits=[("AP", "(AP)")]), outlet="Alder Post")
    assert edges(other) == [("o", "credits", "AP", False)]


def test_a_lone_word_is_not_shown_as_copied_beside_a_passage() -> None:
    a, b = telling("a", "The dam broke at four, he said."), telling("b", "He said the dam broke at four, he said.")
    long, short = (tuple(place(one, words) for one in (b, a)) for words in ("dam broke at four", "said"))
    (edge,) = found(a, b, copies=(Copy("b", "a", 1.0, (short, long)),))
    assert edge.evidence == (long[0],)
    (edge,) = found(a, b, copies=(Copy("b", "a", 1.0, (short,)),))
    assert edge.evidence == (short[0],)


def test_a_short_name_of_the_own_outlet_and_its_host_are_the_outlet_itself() -> None:
    ledger = ("Ledger", "the Ledger said")
    assert edges(crediting("a", "Harbour Ledger", ledger)) == []
    assert edges(crediting("a", "www.harbourledger.com", ledger)) == []
    assert edges(crediting("a", "harbourledger.parent.com", LEDGER)) == []
    assert edges(crediting("a", "Northfield Courier", ledger)) == [("a", "credits", "Ledger", False)]


FIRE = "A fire destroyed the old flour mill on Tanner Street on Monday night and injured a guard there."


def signed(teller: Telling, how: SignedHow, words: str) -> Signed:
    return Signed(teller.article.id, "Associated Press", how, place(teller, words))


def test_a_text_that_an_agency_signs_is_copied_from_the_agency() -> None:
    a = telling("a", f"SANDLOW (AP) — {FIRE}", outlet="The Sandlow Post", day="2025-03-04")
    b = telling("b", f"SANDLOW (AP) — {FIRE}", outlet="Northfield Courier", day="2025-03-05")
    copy = Copy("b", "a", 1.0, ((place(b, FIRE), place(a, FIRE)),), "whole", "Associated Press")
    told = replace(story(a, b, copies=[copy]), signed=(signed(a, "dateline", "(AP)"), signed(b, "dateline", "(AP)")))
    by = {(edge.teller, edge.how): edge for edge in provenance.find(told, (a, b))}
    assert (by["b", "copies"].origin, by["b", "copies"].origin_article) == ("Associated Press", False)
    assert by["b", "copies"].evidence == (place(b, "(AP)"), place(b, FIRE))
    assert by["a", "credits"].origin == "Associated Press"


def test_the_agencys_own_article_is_what_was_copied() -> None:
    a = telling("a", FIRE, outlet="Associated Press", day="2025-03-04")
    b = telling("b", f"{FIRE}\n\n(AP)", outlet="Northfield Courier", day="2025-03-05")
    copy = Copy("b", "a", 1.0, ((place(b, FIRE), place(a, FIRE)),), "whole", "Associated Press")
    told = replace(story(a, b, copies=[copy]), signed=(Signed("a", "Associated Press", "outlet", None), signed(b, "byline", "(AP)")))
    assert {(edge.teller, edge.how, edge.origin) for edge in provenance.find(told, (a, b))} == {("b", "copies", "a"), ("b", "credits", "a")}


def test_an_agency_that_contributed_is_credited_and_copied_by_nobody() -> None:
    a = telling("a", f"{FIRE}\n\nThe Associated Press contributed to this report.", outlet="The Sandlow Post", day="2025-03-04")
    b = telling("b", f"{FIRE}\n\nThe Associated Press contributed to this report.", outlet="Northfield Courier", day="2025-03-05")
    copy = Copy("b", "a", 1.0, ((place(b, FIRE), place(a, FIRE)),), "whole")
    words = "The Associated Press contributed"
    told = replace(story(a, b, copies=[copy]), signed=(signed(a, "contributed", words), signed(b, "contributed", words)))
    found = {(edge.teller, edge.how, edge.origin) for edge in provenance.find(told, (a, b))}
    assert found == {("a", "credits", "Associated Press"), ("b", "credits", "Associated Press"), ("b", "copies", "a")}


def test_whose_picture_it_is_has_told_nothing() -> None:
    told = telling("a", "The mill burned, via Wexley.", Marks(credits=[("Wexley Daily", "via Wexley")]))
    assert edges(told) == [("a", "credits", "Wexley Daily", False)]
    picture = Marks(credits=[("Wexley Daily", "via Wexley")])
    assert edges(telling("a", "The mill burned. (Ann Doe/Sandlow Post via Wexley, File)", picture)) == []
    released = Marks(credits=[("Wexley Daily", "released by Wexley")])
    assert edges(telling("a", "The mill in this undated photo released by Wexley on Monday.", released)) == []
    caption = Marks(credits=[("Wexley Daily", "Wexley said")], kinds=((0, "caption"),))
    assert edges(telling("a", "The mill burned, Wexley said.", caption)) == []


def test_a_station_without_its_channel_is_itself() -> None:
    marks = Marks(credits=[("Harbour", "told Harbour")])
    assert edges(telling("a", "The mill burned, she told Harbour 5.", marks, outlet="www.harbour5.com")) == []
    assert edges(telling("a", "The mill burned, she told Harbour 5.", marks, outlet="www.harbours.com")) != []


NAMED = "SANDLOW (NewsChannel 4) - The mill burned."


def test_a_station_that_tells_what_it_did_is_the_outlet_itself() -> None:
    marks = Marks(credits=[("NewsChannel 4", "(NewsChannel 4)")])
    own = telling("a", f"{NAMED} NewsChannel 4 also reached out to the owner.", marks, outlet="wqxy.com", day="2025-11-03")
    borrowed = telling("b", NAMED, marks, outlet="kzab.com", day="2025-11-04")
    assert edges(own, borrowed) == [("b", "credits", "a", True)]
    assert edges(borrowed) == [("b", "credits", "NewsChannel 4", False)]


def test_a_dateline_of_two_names_one_of_which_is_the_outlets() -> None:
    marks = Marks(credits=[("WQXY/NewsChannel 4", "(WQXY/NewsChannel 4)")])
    assert edges(telling("a", "SANDLOW (WQXY/NewsChannel 4) - It burned.", marks, outlet="wqxy.com")) == []
    assert len(edges(telling("a", "SANDLOW (WQXY/NewsChannel 4) - It burned.", marks, outlet="kzab.com"))) == 1


def test_an_agency_that_did_something_is_not_who_prints_it() -> None:
    marks = Marks(credits=[("Transcoast Press", "(Transcoast Press)")])
    text = "SANDLOW (Transcoast Press) - It burned. Transcoast Press reached out to the owner."
    assert len(edges(telling("a", text, marks, outlet="kzab.com"))) == 1


def test_a_station_of_a_network_is_the_network() -> None:
    marks = Marks(credits=[("NBC News", "told NBC News")])
    assert edges(telling("a", "The mill burned, she told NBC News.", marks, outlet="www.nbcwexley.com")) == []
    assert len(edges(telling("a", "The mill burned, she told NBC News.", marks, outlet="www.wexley.com"))) == 1


def test_what_the_captions_of_a_gallery_credit_has_told_nothing() -> None:
    text = "The mill burned.\nPhotos: Fires of the year – The Harbour Ledger reported it. She told Wexley Radio so. Hide Caption 3 of 9"
    marks = Marks(says=[Said("so", "Ann Doe", medium="told Wexley Radio")], credits=[LEDGER])
    assert edges(telling("a", text, marks)) == []
    assert len(edges(telling("a", text.replace("Photos: ", ""), marks))) == 2
