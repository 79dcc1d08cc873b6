"""Plain text and Markdown."""

import re

from habeas.ingest.encodings import decode
from habeas.ingest.extracted import Block, Extracted, Facts, Pieces
from habeas.ingest.layout import paragraphs

_FRONT = re.compile(r"\A---\n(.*?\n)(?:---|\.\.\.)\n", re.DOTALL)
_FENCE = re.compile(r"^(```|~~~).*$", re.MULTILINE)
_IMAGE = re.compile(r"!\[([^\]\n]*)\]\([^)\n]*\)")
_LINK = re.compile(r"\[([^\]\n]+)\](?:\([^)\n]*\)|\[[^\]\n]*\])")
_STRONG = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1", re.DOTALL)
_STRESS = re.compile(r"(?<![\w*])([*_])(?=[^\s*_])([^*_]+?)(?<=\S)\1(?![\w*])", re.DOTALL)
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|>])")
_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*\s*\Z", re.DOTALL)


def read_text(raw: bytes) -> Extracted:
    """A plain text as it stands, apart from line ends, byte order mark and NULs. Raises UnreadableError."""
    text = decode(raw)
    return Extracted(text, paragraphs(text))


def read_markdown(raw: bytes) -> Extracted:
    """The words of a Markdown file without its marks. Raises UnreadableError."""
    source = decode(raw)
    front = _FRONT.match(source)
    facts = _front_matter(front[1]) if front else Facts()
    source = _FENCE.sub("", source[front.end() :] if front else source)
    source = re.sub(r"^(.+)\n=+[ \t]*$", r"# \1", source, flags=re.MULTILINE)
    source = re.sub(r"^(?=.*\w)(.+)\n--+[ \t]*$", r"## \1", source, flags=re.MULTILINE)
    source = re.sub(r"^(#{1,6}\s.*)$", r"\n\1\n", source, flags=re.MULTILINE)
    pieces, titled = Pieces(), False
    for block in paragraphs(source, flowing=True):
        titled = _add(pieces, source, block, titled) or titled
    return pieces.extracted(facts)


def _add(pieces: Pieces, source: str, block: Block, titled: bool) -> bool:
    """Add a block without its marks; whether it is the title."""
    words = source[block.start : block.end]
    heading = _HEADING.match(words)
    if heading:
        title = not titled and len(heading[1]) == 1
        pieces.add(_unmarked(heading[2]), "headline" if title else "heading")
        return title
    image = _IMAGE.fullmatch(words)
    if image:
        pieces.add(_unmarked(image[1]), "caption")
    elif not re.fullmatch(r"[-|: *_]+", words):
        pieces.add(" ".join(_unmarked(re.sub(r"^>\s?", "", words.rstrip("\\"), flags=re.MULTILINE)).split()))
    return False


def _unmarked(words: str) -> str:
    for pattern in (_IMAGE, _LINK):
        words = pattern.sub(r"\1", words)
    for pattern in (_STRONG, _STRESS):
        words = pattern.sub(r"\2", words)
    return _ESCAPE.sub(r"\1", words)


def _front_matter(source: str) -> Facts:
    names = {"title": "title", "date": "published", "publisher": "publisher", "source": "publisher", "url": "url"}
    values: dict[str, str] = {}
    for line in source.splitlines():
        key, mark, value = line.partition(":")
        name, value = names.get(key.strip().casefold()), value.strip().strip("\"'")
        if mark and name and value:
            values.setdefault(name, value)
    return Facts(values, dict.fromkeys(values, "page"))
