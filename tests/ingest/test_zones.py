"""Which part of a document is what."""

import pytest

from habeas.ingest.layout import paragraphs
from habeas.ingest.zones import zoned

BODY = "The regional court in Selmark on Tuesday halted the handover of Pavel Orlin, whom the neighbouring state wants."
MORE = "His lawyer said that he had applied for asylum on the day of his arrest and that nobody had answered him yet."


def zones(text: str) -> dict[str, str]:
    """Zone by the words of each passage."""
    return {text[p.start : p.end]: p.zone for p in zoned(text, paragraphs(text), "en")}


def page(*lines: str) -> dict[str, str]:
    """Zones of a text of these paragraphs."""
    return zones("\n\n".join(lines))


def test_the_head_of_a_report() -> None:
    """Path, title, standfirst, byline and date line are told apart, and the report begins after them."""
    found = page(
        "Home > World > Courts",
        "Court halts handover of radio engineer",
        "Judges want to hear the asylum office first",
        "By Ana Merle",
        "3 May 2024 | Updated 18:20",
        BODY,
        MORE,
    )
    assert list(found.values()) == ["furniture", "headline", "standfirst", "byline", "dateline", "body", "body"]


def test_a_related_headline_is_furniture_and_the_report_goes_on() -> None:
    """After "Read also:" the headline that follows is not the report's; the paragraph after it is."""
    found = page("A title for the report", BODY, "Read also:", "Ferry to Lundmar sinks: what we know", MORE)
    assert list(found.values()) == ["headline", "body", "furniture", "furniture", "body"]


def test_an_announcement_takes_no_paragraph() -> None:
    """Where no headline follows "Also read", the next paragraph stays the report's, each time."""
    found = page("A title for the report", "Also read", BODY, "Also read", MORE, "Also read", "The third one ended.")
    assert [zone for words, zone in found.items() if words.endswith((".", "Also read"))] == [
        "furniture",
        "body",
        "body",
        "body",
    ]


def test_a_list_of_related_headlines() -> None:
    """A list under "More on this story" is furniture to its last item."""
    found = page("A title for the report", BODY, MORE, "MORE ON THIS STORY\n• Ferry sinks\n• Prices rise")
    assert list(found.values())[-3:] == ["furniture"] * 3


@pytest.mark.parametrize("closing", ["Related Articles", "You may also like", "Comments", "Most Read"])
def test_after_a_closing_heading_all_is_furniture(closing: str) -> None:
    """Blurbs and comments at the end are not the report's, though they are sentences."""
    found = page(
        "A title for the report",
        BODY,
        MORE,
        BODY + " Again.",
        closing,
        "A minister resigned after the vote.",
        "Sign in",
    )
    assert list(found.values())[-3:] == ["furniture"] * 3


def test_a_heading_called_comments_in_the_middle_loses_nothing() -> None:
    """A section of a long decision named Comments keeps its paragraphs."""
    found = page("A title for the report", BODY, "Comments", MORE, BODY + " So it was.", MORE + " So it was.")
    assert found[MORE] == "body"
    assert found[BODY + " So it was."] == "body"


@pytest.mark.parametrize(
    "line",
    [
        "Share · Print · Comments (3)",
        "We use cookies to make this site better.",
        "Subscribe to our newsletter",
        "© 2024 Harbour Post",
        "Tags: asylum, courts",
        "1.2K likes · 30 shares",
        "Advertisement",
        "– 7 –",
        "Page 2 of 3",
        "***",
        "https://post.example/a/1",
        "Related: Ferry sinks | Prices rise",
        "You receive this because you signed up. Unsubscribe",
        "Sent from my phone",
    ],
)
def test_lines_of_furniture(line: str) -> None:
    """Buttons, notices, page numbers and lone addresses are furniture wherever they stand."""
    found = page("A title for the report", BODY, line, MORE, BODY + " Again.")
    assert found[line] == "furniture"
    assert found[MORE] == "body"


@pytest.mark.parametrize(
    "line",
    [
        "Photo: Ana Merle / Harbour Post",
        "IMAGE: The court house in Selmark in 2019.",
        "(Photo by Getty Images)",
        "Pavel Orlin in court, 2023. Photo: A. Merle",
    ],
)
def test_captions(line: str) -> None:
    """A line that says whose picture it is, or begins as captions do, is a caption."""
    assert page("A title for the report", BODY, line, MORE)[line] == "caption"


def test_a_credit_makes_the_line_above_a_caption() -> None:
    """The name above a lone credit is the picture's, not a heading."""
    found = zones(
        f"A title for the report\n\nGovernor of Selmark\nPress office / Wikimedia Commons\n\n{BODY}\n\n{MORE}"
    )
    assert found["Governor of Selmark"] == "caption"


@pytest.mark.parametrize(
    "line",
    [
        "Next week the court in Selmark will hear his appeal.",
        "Was this man a spy?",
        "Photos by witnesses show how he was dragged over the square and put into a van without plates.",
        "Latest: The court has ordered his release.",
        "Watch what he does next, his mother said.",
        "By Monday he had been sent back.",
        "Home is where they torture, he wrote.",
    ],
)
def test_sentences_that_look_like_furniture_stay_body(line: str) -> None:
    """When in doubt it is body: an event told in such a line would be lost."""
    assert page("A title for the report", BODY, line, MORE, BODY + " Again.")[line] == "body"


def test_headings_in_the_body() -> None:
    """Short lines without a full stop, before a paragraph, are headings; questions of an interview are the report's."""
    found = page(
        "A title for the report",
        BODY,
        "Other cases",
        MORE,
        "When did you understand that you had to leave?",
        BODY + " A.",
    )
    assert found["Other cases"] == "heading"
    assert found["When did you understand that you had to leave?"] == "body"


def test_a_report_that_opens_with_a_paragraph_has_no_headline() -> None:
    """No title is made of a sentence."""
    assert list(page(BODY, MORE).values()) == ["body", "body"]


def test_a_dateline_that_opens_a_paragraph_leaves_it_body() -> None:
    """Only a date line by itself is one."""
    found = page("A title for the report", f"SELMARK, May 3 (Harbour Wire) – {BODY}", MORE)
    assert list(found.values()) == ["headline", "body", "body"]


def test_labelled_facts_stay_body() -> None:
    """The table at the head of a decision tells of events; only labels of mails and posts are no body."""
    found = zones(f"Committee against Torture\nDate of complaint: 3 May 2021\nDate: 7 May 2021\n\n{BODY}\n\n{MORE}")
    assert found["Date of complaint: 3 May 2021"] == "body"
    assert found["Date: 7 May 2021"] == "dateline"


def test_the_foot_names_who_wrote() -> None:
    """Editors and translators at the foot are a byline."""
    found = page("A title for the report", BODY, MORE, "(Reporting by Ana Merle; editing by J. Roth)")
    assert found["(Reporting by Ana Merle; editing by J. Roth)"] == "byline"
