"""Bytes of unknown encoding to text."""

import codecs
import re
import unicodedata

from habeas.ingest.extracted import UnreadableError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CANDIDATES = [
    "cp1251", "cp1252", "cp1250", "cp1254", "cp1253", "cp1256", "cp1257", "koi8_r", "koi8_u", "cp866", "iso8859_5",
    "gb18030", "big5", "shift_jis", "euc_kr",
]  # fmt: skip
_NOT_TEXT = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd]")
_BINARY_SHARE = 0.005
"""More control characters than this, and the bytes are no text."""
_SOUND = 5
"""Characters beyond ASCII that are good UTF-8, for each broken one."""
_FEW = 0.06
"""Share of bytes beyond ASCII, up to which a text is Western: quotation marks, some accents."""
_SAMPLE = 50_000

ADVICE_BINARY = "Open it with the program it belongs to and save it as plain text or PDF"
ADVICE_ENCODING = "Open it in a text editor and save it again as UTF-8"


def decode(raw: bytes, declared: str | None = None) -> str:
    """The text of `raw`, line ends as line feeds, without byte order mark and NULs.

    `declared`: an encoding that the file names itself. Raises UnreadableError where the bytes are no text,
    or no encoding makes sense of them.
    """
    if not raw.strip(b" \t\r\n\0\xef\xbb\xbf\xff\xfe"):
        raise UnreadableError("is empty", "Save the report again, or take the file out of the folder")
    text = (
        _marked(raw) or _strict(raw, "utf-8") or _declared(raw, declared) or _wide(raw) or _mended(raw) or _guessed(raw)
    )
    text = text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff")
    if len(_NOT_TEXT.findall(text)) > max(2, _BINARY_SHARE * len(text)):
        raise UnreadableError("is not text: it holds the bytes of some other kind of file", ADVICE_BINARY)
    return text.replace("\0", "")


def _marked(raw: bytes) -> str | None:
    for mark, name in _MARKS:
        if raw.startswith(mark):
            width = int(name[4:6]) // 8 if name != "utf-8" else 1
            text = _strict(raw[len(mark) : len(raw) - len(raw) % width], name)
            if text is None:
                raise UnreadableError(f"says that it is {name.upper()} and is not", ADVICE_ENCODING)
            return text
    return None


def _strict(raw: bytes, encoding: str) -> str | None:
    try:
        return raw.decode(encoding)
    except (UnicodeError, LookupError):  # LookupError: no such encoding, or none of text
        return None


def _declared(raw: bytes, declared: str | None) -> str | None:
    return _strict(raw, declared) if declared and re.fullmatch(r"[\w.:-]{2,40}", declared) else None


def _wide(raw: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of Latin text is NUL."""
    sample = raw[:2000]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if max(even, odd) * 2 < len(sample) * 0.4 or min(even, odd) * 10 > max(even, odd):
        return None
    return _strict(raw[: len(raw) // 2 * 2], "utf-16-be" if even > odd else "utf-16-le")


def _mended(raw: bytes) -> str | None:
    """UTF-8 with a few broken characters, shown as such: better than every letter of another encoding being wrong."""
    text = raw.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    sound = sum(character > "\x7f" for character in text) - broken
    return text if broken * _SOUND <= sound and broken <= max(2, _BINARY_SHARE * len(text)) else None


def _guessed(raw: bytes) -> str:
    sample = raw[:_SAMPLE]
    controls = sum(sample.count(byte) for byte in range(32) if byte not in (9, 10, 12, 13, 27))
    if controls > max(2, _BINARY_SHARE * len(sample)):
        raise UnreadableError("is not text: it holds the bytes of some other kind of file", ADVICE_BINARY)
    beyond = sum(byte > 127 for byte in sample)
    western = _strict(raw, "cp1252") if beyond <= _FEW * len(sample) else None
    if western is not None:
        return western
    from charset_normalizer import from_bytes  # imported here: most texts are UTF-8 and start-up counts

    best = from_bytes(sample, cp_isolation=list(_CANDIDATES)).best()
    text = _strict(raw, best.encoding) if best else None
    if text is None or _letters(text) < 0.5:
        raise UnreadableError("is in no encoding that could be told", ADVICE_ENCODING)
    return text


def _letters(text: str) -> float:
    sample = text[:_SAMPLE]
    return sum(unicodedata.category(c)[0] in "LMZN" or c == "\n" for c in sample) / max(1, len(sample))
