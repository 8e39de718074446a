"""What the articles of a story go back to, in words and in counts. All people, places and outlets are invented, agencies aside."""

from __future__ import annotations

from dataclasses import replace

from samestory.comparing import compare
from samestory.comparing.persons import Persons
from samestory.comparing.speakers import voice
from samestory.grouping.copies import Finder
from samestory.model import Comparison, Name, Origins, QuoteKind, Span, Speaker, SpeakerKind, Summary, Telling
from telling_builder import Marks, Said, place, story, telling

FIRE = """A fire destroyed the old flour mill on Tanner Street in Sandlow on Monday night, and a guard was hurt.

The blaze broke out shortly before ten o'clock and was brought under control by forty firefighters four hours later.

The owner, a company that sells seeds, had planned to turn the building into flats for sixty families by next autumn."""
LOST = '"We lost a piece of the town tonight, and we will build it up again,"'
DAY = "2025-03-04"


def laid(*told: Telling) -> Comparison:
    finder = Finder()
    return compare(replace(story(*told, copies=finder.find(told)), signed=finder.signed(told)), told)


def origins(*told: Telling) -> Origins:
    found = laid(*told).origins
    assert found is not None
    return found


def summary(*told: Telling) -> Summary:
    found = laid(*told).summary
    assert found is not None
    return found


def wire(name: str, outlet: str) -> Telling:
    return telling(name, f"SANDLOW (AP) — {FIRE}", outlet=outlet, day=DAY)


def saying(name: str, outlet: str, before: str, by: str | None, medium: str | None = None) -> Telling:
    """An article of its own words with one quotation."""
    return telling(name, f"{before} {LOST} it says.", Marks(says=[Said(LOST, by, medium=medium)]), outlet=outlet, day=DAY)


def citing(name: str, outlet: str, text: str, by: str, kind: QuoteKind = "direct") -> Telling:
    said = text.split(" said ")[0]
    return telling(name, text, Marks(says=[Said(said, by, kind)]), outlet=outlet, day=DAY)


def test_three_articles_one_source() -> None:
    found = origins(wire("a", "The Sandlow Post"), wire("b", "Northfield Courier"), wire("c", "Wexley Daily"))
    assert found.why == "3 articles, one source: Associated Press."
    assert found.independent == ()
    (source,) = found.sources
    assert (source.kind, source.articles, source.only) == ("agency", ("a", "b", "c"), ("a", "b", "c"))


def test_the_agencys_own_article_and_an_unsigned_copy_count_too() -> None:
    agency = telling("a", FIRE, outlet="Associated Press", day=DAY)
    plain = telling("c", FIRE, outlet="Wexley Daily", day="2025-03-05")
    (source,) = origins(agency, wire("b", "Northfield Courier"), plain).sources
    assert (source.name, source.articles) == ("Associated Press", ("a", "b", "c"))


def test_articles_of_one_agency_beside_others() -> None:
    other = telling("d", "Nobody slept. The owner told Reuters that he would sell.", Marks(credits=[("Reuters", "told Reuters")]), day=DAY)
    found = origins(wire("a", "The Sandlow Post"), wire("b", "Northfield Courier"), other)
    assert "At least 2 of 3 articles have one source, the text of Associated Press." in found.why


def test_of_two_that_are_one_text_the_unsigned_earlier_one_is_the_agencys_too() -> None:
    plain = telling("a", FIRE, outlet="Wexley Daily", day="2025-03-03")
    found = origins(plain, wire("b", "Northfield Courier"))
    assert found.why == "2 articles, one source: Associated Press."
    part = telling("a", FIRE + " Nobody knows what will become of the ruin." * 9, outlet="Wexley Daily", day="2025-03-03")
    assert "one source" not in origins(part, wire("b", "Northfield Courier")).why


def test_a_post_that_one_article_names_is_behind_the_same_words_in_the_other() -> None:
    one = saying("a", "Harbour Ledger", "On Instagram the mayor wrote:", "Ines Corbridge", "post on Instagram")
    two = saying("b", "Wexley Daily", "The mayor is sad:", "Ines Corbridge")
    found = origins(one, two)
    assert [(source.name, source.kind) for source in found.sources] == [("Ines Corbridge’s Instagram post", "statement")]
    assert found.why.startswith("2 articles, one source: Ines Corbridge’s Instagram post.")
    assert {span.article for span in found.sources[0].evidence} == {"a", "b"}


def test_words_whose_speaker_another_version_names() -> None:
    one = saying("a", "Harbour Ledger", "The mayor of the town spoke:", "Ines Corbridge", "speech")
    two = saying("b", "Wexley Daily", "Somebody is sad:", None)
    assert [(source.name, source.articles) for source in origins(one, two).sources] == [("Ines Corbridge’s speech", ("a", "b"))]


def test_one_source_is_said_only_of_articles_that_show_no_other() -> None:
    one = saying("a", "Harbour Ledger", "On Instagram the mayor wrote:", "Ines Corbridge", "post on Instagram")
    two = saying("b", "Wexley Daily", "The mayor is sad, some say:", "Ines Corbridge")
    faint = replace(two, faint=(replace(two.quotes[0], content=(place(two, "The mayor is sad"),), speaker=None),))
    assert origins(one, faint).why.startswith("Both articles draw on Ines Corbridge’s Instagram post.")
    helped = telling("c", f"{FIRE}\n\nThe Associated Press contributed to this report.", outlet="Wexley Daily", day=DAY)
    assert origins(wire("a", "The Sandlow Post"), helped).why.startswith("Both articles draw on Associated Press.")


def test_several_statements_with_no_words_in_common_are_not_one() -> None:
    texts = ("The roof is gone,", "No family will be left alone,")
    told = []
    for name, text in zip("ab", texts, strict=True):
        marks = Marks(says=[Said(f'"{text}"', "Ines Corbridge", medium="tweet")])
        told.append(telling(name, f'"{text}" the mayor wrote.', marks))
    found = origins(*told)
    statements = [source for source in found.sources if source.kind == "statement"]
    assert [(source.name, len(source.articles)) for source in statements] == [("Ines Corbridge’s tweet", 1)] * 2
    assert found.why.startswith("Both articles cite Ines Corbridge.")


def test_articles_that_share_nothing_are_counted_and_named() -> None:
    one = citing("a", "Harbour Ledger", "The petrol in the guard's cellar was old said Jory Penhale.", "Jory Penhale")
    two = citing("b", "Wexley Daily", "Buckets of petrol were handed along the whole cellar said Tamsin Orchard.", "Tamsin Orchard")
    none = telling("c", "Nobody slept that night in Sandlow.", outlet="Northfield Courier", day=DAY)
    found = origins(one, two, none)
    assert found.independent == ("a", "b")
    assert found.unnamed == ("c",)
    apart = "2 articles quote different sources, and no passage, quotation, office or outlet in common was found"
    assert f"{apart}: Harbour Ledger and Wexley Daily." in found.why
    assert found.why.endswith("In 1 article no source was found.")
    assert summary(one, two, none).text == "3 articles, 3 outlets, at least 2 independent sources"


def test_an_outlet_of_the_story_that_another_credits() -> None:
    one = citing("a", "Harbour Ledger", "The heater in the guard's room was old said Jory Penhale.", "Jory Penhale")
    marks = Marks(credits=[("Harbour Ledger", "the Harbour Ledger reported")])
    credited = telling("b", "The mill burned, the Harbour Ledger reported.", marks, outlet="Wexley Daily", day=DAY)
    assert "1 of 2 articles draws on Harbour Ledger, which tells the story too." in origins(one, credited).why


def test_an_agency_is_not_told_twice() -> None:
    agency = telling("a", FIRE, outlet="Harbour Press", day=DAY)
    credit = ("Harbour Press", "the Harbour Press reported")
    told = [telling(name, f"The mill burned, {credit[1]}.", Marks(credits=[credit]), outlet=f"Daily {name}", day=DAY) for name in "bcd"]
    early = replace(told[2], published=None, article=replace(told[2].article, outlet="Early Bird"))
    found = origins(early, *told[:2], agency)
    assert found.why.count("Harbour Press") == 1


def test_voices_of_a_text_that_an_agency_signs_are_told_too() -> None:
    text = f'SANDLOW (AP) — {FIRE} "We build it up," Ines Corbridge said.'
    marks = Marks(says=[Said('"We build it up,"', "Ines Corbridge")])
    found = origins(
        *(telling(name, text, marks, outlet=outlet, day=DAY) for name, outlet in (("a", "Sandlow Post"), ("b", "Wexley Daily")))
    )
    assert found.why == "2 articles, one source: Associated Press. Both articles cite Ines Corbridge."


def test_police_of_a_town_are_police() -> None:
    one = citing("a", "Harbour Ledger", "The heater was old said police.", "police", "indirect")
    two = citing("b", "Wexley Daily", "Nobody was there said Sandlow police.", "Sandlow police", "indirect")
    assert origins(*(_of_a(one, "group"), _of_a(two, "organisation"))).why.startswith("Both articles cite police.")


def _of_a(told: Telling, kind: SpeakerKind) -> Telling:
    return replace(told, quotes=tuple(replace(q, speaker=replace(q.speaker, kind=kind)) for q in told.quotes if q.speaker))


def test_who_is_no_voice_or_is_not_called_by_name_is_not_told() -> None:
    texts = ("The roof is gone said parent company Millbank.", "Nobody is hurt said parent company Millbank.")
    firm = [_of_a(citing(name, "", text, "parent company Millbank"), "organisation") for name, text in zip("ab", texts, strict=True)]
    assert "Millbank" not in origins(*firm).why
    place = Name("Sandlow", "place", Span("a", 0, 3))
    town = [
        _of_a(citing(name, "", text.replace("parent company Millbank", "Sandlow"), "Sandlow"), "organisation")
        for name, text in zip("ab", texts, strict=True)
    ]
    assert "Both articles cite Sandlow." in origins(*town).why
    assert "Sandlow" not in origins(replace(town[0], names=(place,)), town[1]).why


def test_a_name_run_into_itself_and_a_reporter() -> None:
    persons = Persons([])
    doubled = voice(Speaker("Ines Corbridge Ines Corbridge", None, "person", ()), persons)
    assert doubled is not None
    assert doubled.name == "Ines Corbridge"
    assert voice(Speaker("Ines Corbridge", "reporter", "person", ()), persons) is None
    union = voice(Speaker(None, "police union boss", "unnamed", ()), persons)
    assert union is None


def test_shared_text_tells_no_direction() -> None:
    found = origins(telling("a", FIRE, outlet="Harbour Ledger", day=DAY), telling("b", FIRE, outlet="Wexley Daily", day=DAY))
    assert [(source.kind, source.name, source.articles) for source in found.sources] == [("text", "a", ("b",))]
    assert "1 of 2 articles shares text with another of them, Harbour Ledger." in found.why


def test_a_post_that_both_print_is_no_text_of_either() -> None:
    post = '"We lost a piece of the town tonight and we will build it up again stone by stone before the next winter comes to this valley"'
    one = telling("a", f"It was a long night. {post}", Marks(says=[Said(post, "Ines Corbridge")]), outlet="Harbour Ledger", day=DAY)
    two = telling("b", f"Said the mayor: {post[1:-1]}", outlet="Wexley Daily", day=DAY)
    assert laid(one, two).story.copies
    assert "shares text" not in origins(one, two).why


def test_an_article_that_may_name_a_source_is_not_said_to_name_none() -> None:
    one, two = telling("a", "The mill burned, it was reported.", day=DAY), telling("b", "Nobody slept that night in Sandlow.", day=DAY)
    assert origins(one, two).unnamed == ("b",)
    three = telling("c", "They say that the mill will be sold.", day=DAY)
    assert origins(one, three).why == "No two articles are shown to be independent of each other."


def test_who_credits_an_article_and_shares_its_text_is_told_once() -> None:
    words = "the Harbour Ledger reported"
    two = telling("b", f"{FIRE} That is what {words}.", Marks(credits=[("Harbour Ledger", words)]), outlet="Wexley Daily", day="2025-03-05")
    why = origins(telling("a", FIRE, outlet="Harbour Ledger", day=DAY), two).why
    assert "1 of 2 articles draws on Harbour Ledger, which tells the story too." in why
    assert "shares text" not in why


def test_one_article_names_its_sources_or_none() -> None:
    assert origins(telling("a", FIRE, outlet="Harbour Ledger")).why == "No source was found in the article."
    text = "The mill burned, the Harbour Ledger reported. The heater was old, said Jory Penhale."
    marks = Marks(
        says=[Said("The heater was old", "Jory Penhale", "indirect")], credits=[("Harbour Ledger", "the Harbour Ledger reported")]
    )
    assert origins(telling("a", text, marks)).why == "Sources found in the article: Harbour Ledger and Jory Penhale."


def test_summaries() -> None:
    assert summary(telling("a", FIRE)).text == "1 article, outlet unknown, no source named"
    unknown = [telling(name, text) for name, text in (("a", FIRE), ("b", "Nobody slept that night in Sandlow."))]
    assert summary(*unknown).text == "2 articles, outlets unknown, no source named"
    one = saying("a", "Harbour Ledger", "The mayor wrote:", "Ines Corbridge")
    two = saying("b", "Wexley Daily", "The mayor is sad:", "Ines Corbridge")
    assert summary(one, two).text == "2 articles, 2 outlets, no second independent source shown, 1 shared quotation"
    mixed = [one, two, telling("c", "Nobody slept that night in Sandlow.")]
    counts = "3 articles, 2 outlets, 1 article of unknown outlet, no second independent source shown, 1 shared quotation"
    assert summary(*mixed).text == counts


def test_no_tellings_at_all() -> None:
    assert laid().origins == Origins((), (), (), "No source was found in any of the articles.")


def test_a_document_is_where_the_words_came_from() -> None:
    one = saying("a", "Harbour Ledger", "On Instagram the mayor wrote:", "Ines Corbridge", "post on Instagram")
    two = saying("b", "Wexley Daily", "The mayor is sad:", "Ines Corbridge")
    edges = laid(one, two).provenance
    assert [(edge.teller, edge.how, edge.origin, edge.origin_article) for edge in edges] == [
        ("a", "quotes", "Ines Corbridge’s Instagram post", False),
        ("b", "quotes", "Ines Corbridge’s Instagram post", False),
    ]
    assert edges[1].evidence == (place(two, LOST),)


def test_who_is_named_in_one_article_only_is_cited_by_it_alone() -> None:
    one = saying("a", "Harbour Ledger", "His spokeswoman Ines Corbridge answered:", "Ines Corbridge")
    two = saying("b", "Wexley Daily", "A spokeswoman answered:", None)
    three = saying("c", "Sandlow Post", "So it was put to Corbridge:", None)
    (source,) = origins(one, two, three).sources
    assert (source.name, source.articles) == ("Ines Corbridge", ("a", "c"))


def test_who_put_the_fire_out_is_not_who_was_asked() -> None:
    texts = ("Firefighters found him said fire department officials.", "Firefighters carried him out said fire department officials.")
    told = [_of_a(citing(name, "", text, "fire department officials", "indirect"), "group") for name, text in zip("ab", texts, strict=True)]
    assert origins(*told).why.startswith("Both articles cite the fire department.")
    marshal = [_of_a(citing(name, "", "It was old said fire marshal.", "fire marshal", "indirect"), "group") for name in "ab"]
    assert origins(*marshal).why.startswith("Both articles cite the fire marshal.")


def test_a_reprint_draws_on_nothing_more_than_what_it_prints() -> None:
    words = "the Harbour Ledger reported"
    marks = Marks(says=[Said("Nobody slept", "Jory Penhale", "indirect")], credits=[("Harbour Ledger", words)])
    text = f"{FIRE} Nobody slept, Jory Penhale said. The guard was alone, {words}."
    one, two = (telling(name, text, marks, outlet=f"Daily {name}", day=DAY) for name in "ab")
    assert "Harbour Ledger" not in origins(one, two).why
    own = f"The town mourns. Nobody slept, Jory Penhale said. A key was lost, {words}."
    why = origins(one, two, telling("c", own, marks, outlet="Daily c", day=DAY)).why
    assert why.startswith("At least 2 of 3 articles draw on Harbour Ledger.")


def test_captions_of_one_gallery_are_no_text_of_either() -> None:
    gallery = f"Photos: The mill in flames – {FIRE.replace(chr(10), ' ')} Hide Caption"
    texts = ("Nobody slept that night in all of Sandlow.", "Who pays for the mill is not known yet.")
    told = [telling(name, f"{text}\n{gallery}", outlet=f"Daily {name}", day=DAY) for name, text in zip("ab", texts, strict=True)]
    assert laid(*told).story.copies
    assert "shares text" not in origins(*told).why


def test_who_speaks_in_the_captions_of_a_gallery_is_cited_by_no_article() -> None:
    text = "Nobody slept.\nPhotos: The mill in flames – Jory Penhale says the mill was old."
    marks = Marks(says=[Said("the mill was old", "Jory Penhale", "indirect")])
    told = [telling(name, text, marks, outlet=outlet, day=DAY) for name, outlet in (("a", "Harbour Ledger"), ("b", "Wexley Daily"))]
    assert "Penhale" not in origins(*told).why
