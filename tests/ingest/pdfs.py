"""Small PDFs, written by hand: what a line needs to stand somewhere on a page, and nothing more."""

LEADING = 14
TOP = 760


def pdf(*pages: list[tuple[int, int, str]], title: str = "") -> bytes:
    """A PDF of pages; each line of a page is (left, up, words), in points from the foot of the page."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
    kids = []
    for lines in pages:
        drawn = "".join(f"BT /F1 11 Tf {left} {up} Td ({_escaped(words)}) Tj ET\n" for left, up, words in lines)
        stream = drawn.encode("cp1252")
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    objects.append(b"<< /Title (%s) /CreationDate (D:20240503120000Z) >>" % _escaped(title).encode("cp1252"))
    return _assembled(objects)


def column(words: list[str], top: int = TOP, left: int = 70) -> list[tuple[int, int, str]]:
    """Lines one below the other; an empty one leaves a gap."""
    return [(left, top - LEADING * row, line) for row, line in enumerate(words) if line]


def _escaped(words: str) -> str:
    return words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def _assembled(objects: list[bytes]) -> bytes:
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(out)
    count = len(objects) + 1
    trailer = b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\n" % (count, len(objects))
    return out + b"xref\n0 %d\n0000000000 65535 f \n%s%sstartxref\n%d\n%%%%EOF\n" % (count, table, trailer, start)
