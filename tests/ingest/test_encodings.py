"""Bytes of unknown encoding."""

import pytest

from habeas.ingest.encodings import decode
from habeas.ingest.extracted import UnreadableError

ENGLISH = (
    "The court’s ruling on Séverine Kováč – “halted” – was read out at noon. She has been in custody since May.\n" * 3
)
RUSSIAN = (
    "Суд приостановил выдачу Павла Орлина соседнему государству. Его адвокат сообщил об этом во вторник утром.\n" * 3
)


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("utf-8", ENGLISH),
        ("utf-8-sig", ENGLISH),
        ("utf-16", RUSSIAN),
        ("utf-16-le", ENGLISH),
        ("utf-16-be", ENGLISH),
        ("utf-32", RUSSIAN),
        ("cp1252", ENGLISH.replace("č", "c")),
        ("cp1251", RUSSIAN),
        ("koi8_r", RUSSIAN),
    ],
)
def test_usual_encodings_are_told(encoding: str, text: str) -> None:
    """With or without a mark, the words come out as they were written."""
    assert decode(text.encode(encoding)) == text


def test_a_declared_encoding_is_followed_where_it_fits() -> None:
    """What a page declares counts, unless the bytes are good UTF-8 all the same or no such encoding exists."""
    assert decode("Kováč spí".encode("cp1250"), "windows-1250") == "Kováč spí"
    assert decode("Kováč spí".encode(), "windows-1250") == "Kováč spí"
    assert "Kov" in decode("Kováč a syn přišli domů a nikdo tam nebyl".encode("cp1250"), "hex")


def test_a_broken_character_does_not_spoil_the_rest() -> None:
    """UTF-8 cut off in a character stays UTF-8; one foreign byte in plain ASCII is the quotation mark that it was."""
    assert decode(ENGLISH.encode() + "č".encode()[:1]).startswith(ENGLISH)
    assert decode(b"The court\x92s ruling was read out. " * 9).startswith("The court’s ruling")


def test_line_ends_are_line_feeds() -> None:
    """All three kinds of line end become one; NULs and the byte order mark go."""
    assert decode(b"\xef\xbb\xbfa\r\nb\rc\nd\0") == "a\nb\nc\nd"


@pytest.mark.parametrize("raw", [b"", b"\xff\xfe", b"\0\0\0", bytes(range(256)) * 3, b"\x00\x01\x02\x03" * 99])
def test_what_is_no_text_is_refused(raw: bytes) -> None:
    """Nothing, only marks, and the bytes of a binary are told apart from text."""
    with pytest.raises(UnreadableError):
        decode(raw)
