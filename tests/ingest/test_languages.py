"""Which language a text is in."""

import pytest

from habeas.ingest.languages import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The court halted the handover of the engineer on Tuesday.", "en"),
        ("Le tribunal a suspendu mardi la remise de l'ingénieur.", "fr"),
        ("Суд приостановил выдачу инженера во вторник.", "ru"),
        ("Mahkeme mühendisin iadesini salı günü durdurdu.", "tr"),
        ("He left.", None),
    ],
)
def test_language(text: str, language: str | None) -> None:
    """A sentence is enough to tell; two words are not."""
    assert language_of(text) == language
