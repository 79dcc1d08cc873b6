"""The grammar of dates of one language, compiled from its data (`lexicons/LANGUAGE/dates.yml`).

A rule is a template such as `{day}(?: of)? {month}`: a space is any white space, a {slot} one of the language's words
or a number. All rules become one regular expression with a named group for each, so a text is searched once.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import msgspec

from habeas import resources
from habeas.text.date_context import choice

_SLOT = re.compile(r"\{([a-z_]+)(\d?)\}")
_NUMBERS = {
    "year": r"(?:1[89]\d\d|20[0-4]\d)(?!\d)",
    "day": r"(?:3[01]|[12]\d|0?[1-9])(?:(?:{ordinal_ending})(?!\w))?(?!\d)",
    "figure": r"\d{1,2}",
    "mm": r"(?:0?[1-9]|1[0-2])(?!\d)",
    "yy": r"\d\d(?!\d)",
    "dd": r"(?:0?[1-9]|[12]\d|3[01])(?!\d)",
    "number": r"\d{1,4}(?!\d)",
}


class Phrase(msgspec.Struct, frozen=True):
    """Words that fit a rule: its meaning, what stood in its slots (folded words or figures), and offsets.

    `joint`: where the words stand that join two days ("May 3 and 5").
    """

    meaning: str
    slots: dict[str, str]
    start: int
    end: int
    joint: tuple[int, int] = (0, 0)


class Grammar:
    """What a language's dates look like, and what its words mean."""

    def __init__(self, lexicon: dict[str, Any]) -> None:
        """Compile the data of one language."""
        self._lexicon = lexicon
        self._meanings: dict[str, str] = {}
        self._groups: dict[str, list[tuple[str, str]]] = {}
        self.words = {
            slot: {_fold(word): value for word, value in words.items()} for slot, words in lexicon["words"].items()
        }
        self._slots = {slot: self._vocabulary(slot) for slot in {*self.words, *_NUMBERS}}
        self._slots["day_nth"] = rf"\d{{1,2}}(?:{lexicon['ordinal_ending']})(?!\w)"
        self._slots["day_ordinal"] = rf"(?:{self._slots['day_nth']}|{self._slots['ordinal']})"
        self._slots["day_any"] = rf"(?:{self._slots['day']}|{self._slots['ordinal']})"
        self._search = re.compile("|".join(self._rule(*entry) for entry in _entries(lexicon["rules"])))
        self._opener = re.compile(rf"(?<!\w)(?=\d|{choice(self._openers())})")

    def phrases(self, text: str, start: int, end: int) -> Iterator[Phrase]:
        """The phrases of `text[start:end]` that fit a rule, in order, none within another."""
        place = start
        while opener := self._opener.search(text, place, end):
            match = self._search.match(text, opener.start(), end)
            if match is None or not match.lastgroup:
                place = opener.start() + 1
                continue
            rule = match.lastgroup
            slots = {slot: _fold(match[group]) for group, slot in self._groups[rule] if match[group] is not None}
            joint = match.span(f"{rule}_joiner") if "joiner" in slots else (0, 0)
            yield Phrase(self._meanings[rule], slots, match.start(), match.end(), joint)
            place = max(match.end(), opener.start() + 1)

    def value(self, slot: str, words: str) -> Any:
        """What the words of a slot mean: the value that the data gives, or a number for figures."""
        known = self.words.get(slot, {})
        if words in known:
            return known[words]
        figure = re.match(r"\d+", words)
        if figure:
            return int(figure.group())
        if slot == "number":
            return sum(known.get(word, 0) for word in re.split(r"[-\s]", words))
        return self.words["ordinal"].get(words)

    def _vocabulary(self, slot: str) -> str:
        cased = slot in self._lexicon["cased"]
        number = _NUMBERS.get(slot, "").replace("{ordinal_ending}", self._lexicon["ordinal_ending"])
        words = list(self._lexicon["words"].get(slot, {}))
        if slot == "number":
            tens = choice(word for word in words if self.words["number"][word] in range(20, 100, 10))
            ones = choice(word for word in words if self.words["number"][word] in range(1, 10) and len(word) > 2)
            return rf"(?:{number}|{tens}[-\s]{ones}|{choice(words)})(?!\w)"
        choices = [choice for choice in (number, choice(words, cased) if words else "") if choice]
        return f"(?:{'|'.join(choices)})"

    def _rule(self, meaning: str, template: str) -> str:
        name = f"r{len(self._meanings)}"
        self._meanings[name] = meaning
        template = re.sub(
            r"(?<![\w\\{\[<=-])([a-z])(?=[a-z])", lambda found: f"[{found[1]}{found[1].upper()}]", template
        )
        pattern = re.sub(r"\[[^\]]*\]", lambda found: found.group().replace(" ", r"\s"), template)
        pattern = pattern.replace(" ?", r"\s*").replace(" *", r"\s*").replace(" ", r"\s+")
        pattern = re.sub(r"\(\?P([<=])(\w+)", rf"(?P\1{name}_\2", pattern)
        groups = self._groups[name] = [(f"{name}_{group}", group) for group in re.findall(r"\?P<r\d+_(\w+)>", pattern)]

        def slot(found: re.Match[str]) -> str:
            groups.append((f"{name}_{found[1]}{found[2]}_{len(groups)}", f"{found[1]}{found[2]}"))
            return f"(?P<{groups[-1][0]}>{self._slots[found[1]]})"

        return f"(?P<{name}>{_SLOT.sub(slot, pattern)})"

    def _openers(self) -> list[str]:
        """Every word that a rule may begin with, and some more: places that begin otherwise are not looked at."""
        words = {word for known in self._lexicon["words"].values() for word in known}
        for _, template in _entries(self._lexicon["rules"]):
            words.update(re.findall(r"[^\W\d_]+", _SLOT.sub(" ", template)))
        return sorted({re.split(r"[-\s]", word)[0] for word in words if len(word) > 1 or word == "a"})


@cache
def grammar(language: str) -> Grammar:
    """The grammar of a language; DataError where habeas has none."""
    return Grammar(resources.lexicon(language, "dates"))


def _entries(rules: list[dict[str, str]]) -> Iterator[tuple[str, str]]:
    for rule in rules:
        yield from rule.items()


def _fold(words: str) -> str:
    return " ".join(words.casefold().replace("’", "'").split())
