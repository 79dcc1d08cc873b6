"""Who is named in a document: mentions, and the portraits that they make up."""

import msgspec

from habeas.model.documents import Document
from habeas.model.readings import Mention, Portrait
from habeas.read.names import find_names
from habeas.read.persons import Named, named, persons
from habeas.read.scene import Line
from habeas.text.linear import Linear


class PeopleHere(msgspec.Struct, frozen=True):
    """The people of one document in the order of their first mention, and every mention in the order of the text."""

    portraits: tuple[Portrait, ...] = ()
    mentions: tuple[Mention, ...] = ()


def find_people(document: Document, lines: tuple[Line, ...], names: Linear | None = None) -> PeopleHere:
    """The people named in the lines of a document. `names`: other weights than the shipped ones (for measuring)."""
    language = document.language or ""
    found = named(document, find_names(lines, language, names))
    groups = persons(document, lines, found, language)
    prefix = document.id[:12]
    portraits, spots = [], []
    for number, group in enumerate(groups, start=1):
        identity = f"{prefix}:p{number}"
        forms = _forms(group)
        portraits.append(Portrait(identity, document.id, forms[0], forms, "subject"))
        spots += [(mention.name.start, identity, mention) for mention in group]
    mentions = [
        Mention(f"{prefix}:m{number}", document.id, identity, mention.form, mention.name.start, mention.name.end)
        for number, (_, identity, mention) in enumerate(sorted(spots, key=lambda spot: spot[0]), start=1)
    ]
    return PeopleHere(tuple(portraits), tuple(mentions))


def _forms(group: list[Named]) -> tuple[str, ...]:
    """Each form once, fullest first: by parts written out, then by length, then by where it first stands."""
    order = sorted(group, key=lambda m: (-sum(len(p) > 1 for p in m.parts), -len(m.parts), -len(m.form), m.name.start))
    return tuple(dict.fromkeys(mention.form for mention in order))
