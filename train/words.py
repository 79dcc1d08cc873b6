"""How common words are in lower case, in powers of two: what speaks against a capitalised word being a name.

python -m train.words      count the lower-case words of corpus/en, corpus/wide and write them
"""

from collections import Counter

from habeas.text.segments import tokens
from train.corpus import fitted
from train.fit import WEIGHTS

AT_LEAST = 2
"""Times that a word must be seen; what was seen once says nothing."""
TOP = 9
"""Bits beyond which all words are equally common."""


def main() -> None:
    """Count and write: a word and the power of two of its count, a line."""
    counts: Counter[str] = Counter()
    for annotated in fitted():
        text = annotated.document.text
        counts.update(token.low for token in tokens(text, 0, len(text)) if token.word.islower())
    lines = [f"{word} {min(count.bit_length(), TOP)}" for word, count in sorted(counts.items()) if count >= AT_LEAST]
    file = WEIGHTS / "en" / "words.txt"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(file)


if __name__ == "__main__":
    main()
