"""PDF files with a text layer: lines put together again to paragraphs, without running heads and page numbers."""

import re
from collections import Counter
from itertools import pairwise
from typing import Any

import msgspec

from habeas import resources
from habeas.ingest.extracted import Extracted, Facts, Pieces, UnreadableError

ADVICE_SCAN = "It is a scan: run text recognition (OCR) over it and save it again; habeas does not do that yet"
ADVICE_BROKEN = "Open it in a PDF viewer and print it to a new PDF, or save its text"
_FARTHEST = 60.0
"""Points: lines farther apart say nothing of how far lines usually are."""
_NEAR, _INDENT = 5, 25
"""Lines around one that show where its column ends, and how many points their beginnings may differ."""
_HYPHENS = ("\ufffe", "\x02")
"""What PDFium gives for a hyphen and the line end after it."""
_CUT = "\u00ad"
_EDGE = 3
"""Lines at the head and at the foot of a page that may be running heads."""
_ITEM = re.compile(r"(?:[-–—•*▪●◦]|\(?\d{1,3}[.)]|\(?[a-zivx]{1,4}\))\s")
_END = re.compile(r"[.!?:…][\"'”’»)\]]*$")
_PAGE_NUMBER = re.compile(r"\W*(?:p\.|page)?\s*\d{1,4}\s*(?:(?:of|/|von|sur)\s*\d{1,4})?\W*", re.IGNORECASE)


class _Line(msgspec.Struct):
    """A line of a page. Coordinates in points, from the foot of the page. `running`: a running head."""

    words: str
    left: float
    right: float
    top: float
    size: float
    running: bool = False


def read_pdf(raw: bytes) -> Extracted:
    """The text of a PDF, one block a paragraph. Raises UnreadableError: broken, locked, or no text on any page."""
    import pypdfium2  # imported here, as few runs have PDFs and start-up counts

    try:
        document = pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).casefold()
        what = "is locked with a password" if locked else "is a broken PDF"
        raise UnreadableError(what, "Save it without the password" if locked else ADVICE_BROKEN) from error
    try:
        pages = [_lines(document[index]) for index in range(len(document))]
        facts = _facts(document.get_metadata_dict(skip_empty=True))
    except pypdfium2.PdfiumError as error:
        raise UnreadableError("is a broken PDF", ADVICE_BROKEN) from error
    finally:
        document.close()
    if sum(len(line.words) for page in pages for line in page) < 20:
        raise UnreadableError("is a PDF without text", ADVICE_SCAN)
    pieces = Pieces()
    lines = _without_running_heads(pages)
    for line in lines:
        if line.running:
            pieces.add(line.words, "furniture")
    for paragraph in _paragraphs([line for line in lines if not line.running]):
        pieces.add(paragraph)
    return pieces.extracted(facts)


def _lines(page: Any) -> list[_Line]:
    from pypdfium2 import raw as pdfium

    textpage = page.get_textpage()
    found, position = [], 0
    for match in re.finditer(r"([^\r\n\ufffe\x02]*)(\r\n|[\r\n\ufffe\x02]|$)", textpage.get_text_range()):
        piece, end = match.groups()
        words = " ".join(piece.replace("\0", "").split())
        if words:
            first = position + _units(piece[: len(piece) - len(piece.lstrip())])
            last = position + _units(piece.rstrip()) - 1
            left, _, _, top = textpage.get_charbox(first, loose=True)
            right = textpage.get_charbox(last, loose=True)[2]
            size = float(pdfium.FPDFText_GetFontSize(textpage, first))
            found.append(_Line(words + _CUT * (end in _HYPHENS), left, right, top, size))
        position += _units(match.group())
    return found


def _units(text: str) -> int:
    """Length as PDFium counts it, in UTF-16."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _without_running_heads(pages: list[list[_Line]]) -> list[_Line]:
    """All lines but page numbers, addresses and repeated running heads; of these the first is kept, and marked."""
    edges = Counter(key for page in pages for key in {_key(line) for line in page[:_EDGE] + page[-_EDGE:]})
    kept, seen = [], set()
    for page in pages:
        for index, line in enumerate(page):
            if _EDGE <= index < len(page) - _EDGE or len(pages) == 1:
                kept.append(line)
                continue
            line.running = edges[_key(line)] >= max(2, len(pages) // 2)
            if not (_PAGE_NUMBER.fullmatch(line.words) or _is_address(line.words) or _key(line) in seen):
                kept.append(line)
            if line.running:
                seen.add(_key(line))
    return kept


def _key(line: _Line) -> str:
    return re.sub(r"\d+", "#", line.words.casefold())


def _is_address(words: str) -> bool:
    return bool(re.fullmatch(r"(?:https?://|www\.)\S+", words))


def _paragraphs(lines: list[_Line]) -> list[str]:
    gaps = sorted(a.top - b.top for a, b in pairwise(lines) if 0 < a.top - b.top < _FARTHEST)
    usual = gaps[len(gaps) // 2] if gaps else _FARTHEST
    found = [line.words for line in lines[:1]]
    for index, (above, line) in enumerate(pairwise(lines)):
        if _begins(above, line, usual, _margin(lines, index)):
            found.append(line.words)
        else:
            found[-1] = _join(found[-1], line.words)
    return found


def _margin(lines: list[_Line], index: int) -> float:
    """How far to the right the lines near this one reach that stand in its column."""
    near = lines[max(0, index - _NEAR) : index + _NEAR + 1]
    return max(line.right for line in near if abs(line.left - lines[index].left) <= _INDENT)


def _begins(above: _Line, line: _Line, usual: float, margin: float) -> bool:
    """Whether a line begins a paragraph. `usual`: points from line to line; `margin`: where full lines end."""
    ended = bool(_END.search(above.words))
    gap = above.top - line.top
    short = above.right < margin - 0.18 * (margin - above.left)
    if _ITEM.match(line.words) or abs(above.size - line.size) > 0.15 * max(above.size, line.size, 1):
        return True
    if gap <= 0:  # the next page or column
        return ended or (short and not line.words[:1].islower())
    return gap > 1.35 * usual or (short and (ended or not line.words[:1].islower()))


def _join(words: str, line: str) -> str:
    """Two lines of a paragraph as one; a word cut at its hyphen is whole again, a double name keeps its hyphen."""
    cut = re.search(rf"([^\W\d_]+)([-{_CUT}])$", words)
    if not cut:
        return f"{words.removesuffix(_CUT)} {line}"
    keeps = not line[:1].islower() or cut[1].casefold() in resources.lexicon("en", "publication")["hyphenated"]
    return words[:-1] + ("-" if keeps else "") + line


def _facts(metadata: dict[str, str]) -> Facts:
    values = {}
    title = " ".join((metadata.get("Title") or "").split())
    if len(title.split()) >= 3 and not re.search(
        r"\.(?:docx?|pdf|indd|odt|rtf|txt)$|^(?:microsoft word|untitled)", title, re.IGNORECASE
    ):
        values["title"] = title[:300]
    created = re.match(r"D:((?:19|20)\d\d)(\d\d)(\d\d)", metadata.get("CreationDate") or "")
    if created:
        values["published"] = "-".join(created.groups())
    return Facts(values, dict.fromkeys(values, "file"))
