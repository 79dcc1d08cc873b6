"""Words as the pieces that an encoder knows (WordPiece, as BERT's uncased models have it).

Schuster and Nakajima, Japanese and Korean Voice Search (2012): of each word, again and again, the longest piece that is
known. The library that does it (tokenizers) brings along one that talks to the network, which habeas must never do.
"""

import re
import unicodedata
from functools import cache, lru_cache

from habeas import resources

OPEN, CLOSE, UNKNOWN = "[CLS]", "[SEP]", "[UNK]"
_PART = re.compile(r"[^\W_]+|[^\s]")
_LONGEST = 100  # characters of a word; a longer one is unknown


class WordPieces:
    """The pieces of one vocabulary: their numbers are the places in its list. `of`: the pieces of a word."""

    def __init__(self, words: list[str]) -> None:
        self._numbers = {word: number for number, word in enumerate(words)}
        self.of = lru_cache(maxsize=100_000)(self._of)
        self.open, self.close, self.unknown = (self._numbers[word] for word in (OPEN, CLOSE, UNKNOWN))

    def _of(self, word: str) -> tuple[int, ...]:
        """The pieces of a word, whatever marks are in it, in lower case and without accents."""
        plain = unicodedata.normalize("NFD", word.lower())
        letters = "".join(char for char in plain if not unicodedata.category(char).startswith(("M", "C")))
        return tuple(piece for part in _PART.findall(letters) for piece in self._cut(part))

    def _cut(self, part: str) -> tuple[int, ...]:
        pieces: list[int] = []
        start = 0
        while start < len(part) <= _LONGEST:
            end = len(part)
            while end > start and ("##" * (start > 0) + part[start:end]) not in self._numbers:
                end -= 1
            if end == start:
                return (self.unknown,)
            pieces.append(self._numbers["##" * (start > 0) + part[start:end]])
            start = end
        return tuple(pieces) if pieces else (self.unknown,)


@cache
def wordpieces(language: str) -> WordPieces:
    """The pieces of a language's encoder (`data/weights/LANGUAGE/encoder-words.txt`); DataError where it has none."""
    return WordPieces(resources.text("weights", language, "encoder-words.txt").split("\n"))
