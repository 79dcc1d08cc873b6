"""Portraits and mentions made from the gold's own names, by looking for them: reading with the people given."""

import re
from collections import Counter
from typing import Any

from habeas.model.readings import Mention, Portrait
from habeas.read.people import PeopleHere
from train.corpus import Annotated

_LEAST = 3  # letters of a name part that may stand alone


def given_people(annotated: Annotated) -> PeopleHere:
    """The gold people of a document as the finder would give them. `Portrait.id` is `p` and the index in gold."""
    document, people = annotated.document, annotated.gold["people"]
    claimed: list[tuple[int, int]] = []
    mentions: list[Mention] = []
    for form, index in _forms(people):
        for match in re.finditer(rf"(?<!\w){re.escape(form)}(?:(?=['’]s?)|(?!\w))", document.text):
            if any(start < match.end() and match.start() < end for start, end in claimed):
                continue
            claimed.append(match.span())
            identity = f"m{len(mentions)}"
            mentions.append(Mention(identity, document.id, f"p{index}", form, *match.span()))
    mentions.sort(key=lambda one: one.start)
    names: dict[str, list[str]] = {}
    for mention in mentions:
        names.setdefault(mention.portrait, []).append(mention.value)
    portraits = tuple(
        Portrait(
            f"p{index}", document.id, person["name"],
            tuple(sorted({*names.get(f"p{index}", [person["name"]])}, key=lambda name: (-len(name), name))),
            person["role"],
        )
        for index, person in enumerate(people)
    )  # fmt: skip
    return PeopleHere(portraits, tuple(mentions))


def _forms(people: list[dict[str, Any]]) -> list[tuple[str, int]]:
    """Whole names and, where nobody else has them, single parts; the longest first."""
    whole = [(form, index) for index, one in enumerate(people) for form in (one["name"], *one.get("aka", []))]
    parts = [
        (part, index)
        for index, one in enumerate(people)
        for part in {part for form in (one["name"], *one.get("aka", [])) for part in form.split()}
        if len(part) >= _LEAST and part[0].isupper()
    ]
    owners = Counter(part for part, _ in parts)
    last = {one["name"].split()[-1]: index for index, one in reversed(list(enumerate(people)))}
    single = [(part, index) for part, index in parts if owners[part] == 1 or last.get(part) == index]
    return sorted(set(whole + single), key=lambda form: (-len(form[0]), form))
