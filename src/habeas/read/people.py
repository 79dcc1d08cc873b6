"""Who is named in a document: mentions, and the portraits that they make up."""

import msgspec

from habeas.model.documents import Document
from habeas.model.readings import Mention, Portrait
from habeas.read.aliases import Named, named
from habeas.read.names import find_names
from habeas.read.persons import persons
from habeas.read.roles import Company, parts_played
from habeas.read.scene import Line
from habeas.read.traits import Bearer, Traits
from habeas.text.linear import Linear

REAL = 0.5
"""From this chance on a name is taken for a person's."""


class PeopleHere(msgspec.Struct, frozen=True):
    """The people of one document in the order of their first mention, and every mention in the order of the text."""

    portraits: tuple[Portrait, ...] = ()
    mentions: tuple[Mention, ...] = ()


class Weights(msgspec.Struct, frozen=True):
    """Other weights than the shipped ones, for measuring."""

    names: Linear | None = None
    roles: Linear | None = None


def find_people(document: Document, lines: tuple[Line, ...], weights: Weights | None = None) -> PeopleHere:
    """The people named in the lines of a document, with their mentions."""
    weights = weights or Weights()
    company = gather(document, lines, weights.names)
    played = parts_played(company, weights.roles)
    cast = [(group, part) for group, part in zip(company.groups, played, strict=True) if part.real >= REAL]
    prefix = document.id[:12]
    bearers = tuple(
        Bearer(f"{prefix}:p{number}", _fullest(group)[0].whole, part.role, group)
        for number, (group, part) in enumerate(cast, start=1)
    )
    traits = Traits(document.text, lines, bearers, company.language)
    portraits = [
        Portrait(b.id, document.id, b.name, _forms(b.mentions), b.role, traits.of(b), traits.beside(b)) for b in bearers
    ]
    spots = sorted(((m.name.start, b.id, m) for b in bearers for m in b.mentions), key=lambda spot: spot[0])
    mentions = [
        Mention(f"{prefix}:m{number}", document.id, identity, mention.form, start, mention.name.end)
        for number, (start, identity, mention) in enumerate(spots, start=1)
    ]
    return PeopleHere(tuple(portraits), tuple(mentions))


def gather(document: Document, lines: tuple[Line, ...], names: Linear | None = None) -> Company:
    """Everyone whom the lines seem to name, before it is decided who of them is a person."""
    language = document.language or ""
    found = named(document.text, find_names(document.text, lines, language, names), lines, language)
    groups = persons(document.text, found, lines, language)
    return Company(document.text, lines, tuple(tuple(group) for group in groups), language)


def _forms(group: tuple[Named, ...]) -> tuple[str, ...]:
    """Each form that stands in the text once, fullest first."""
    return tuple(dict.fromkeys(mention.form for mention in _fullest(group)))


def _fullest(group: tuple[Named, ...]) -> list[Named]:
    """The mentions by the parts written out, then by length, then by where they stand."""
    return sorted(group, key=lambda m: (-sum(len(p) > 1 for p in m.parts), -len(m.parts), -len(m.form), m.name.start))
