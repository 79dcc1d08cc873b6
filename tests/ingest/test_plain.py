"""Markdown."""

from habeas.ingest.plain import read_markdown

SOURCE = """\
---
title: A halt in Selmark
date: 2024-05-03
---
# Court halts handover

*By Ana Merle*

The court **halted** the [handover](https://post.example/a) of
Pavel Orlin, a *radio* engineer\\*.

![The court house in Selmark](court.png)

Other cases
-----------

- One was_not_named
- Two

> He said: "No."

| day | what |
|-----|------|
| 3 May | asylum |
"""


def test_marks_go_and_words_stay() -> None:
    """Marks of emphasis, links, quotes and headings are gone; lines of a paragraph are one."""
    found = read_markdown(SOURCE.encode())
    words = [found.text[block.start : block.end] for block in found.blocks]
    assert words == [
        "Court halts handover",
        "By Ana Merle",
        "The court halted the handover of Pavel Orlin, a radio engineer*.",
        "The court house in Selmark",
        "Other cases",
        "- One was_not_named",
        "- Two",
        'He said: "No."',
        "| day | what |",
        "| 3 May | asylum |",
    ]


def test_marks_say_the_zone() -> None:
    """The first heading is the title, others are headings, a picture's words its caption."""
    found = read_markdown(SOURCE.encode())
    assert [block.zone for block in found.blocks][:5] == ["headline", None, None, "caption", "heading"]


def test_front_matter_is_the_page_speaking_of_itself() -> None:
    """Title and date above the text are facts, and no text."""
    found = read_markdown(SOURCE.encode())
    assert found.facts.values == {"title": "A halt in Selmark", "published": "2024-05-03"}
    assert found.facts.known_from == {"title": "page", "published": "page"}
