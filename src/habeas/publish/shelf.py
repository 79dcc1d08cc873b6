"""A casebook with its entries at hand: by id, by person, by document. What the pages look things up in."""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from hashlib import sha256
from itertools import permutations
from typing import TypeVar

from habeas.publish.casebook import (
    Casebook,
    CaseEntry,
    ClaimEntry,
    ConflictEntry,
    DocumentEntry,
    EventEntry,
    MentionEntry,
    PersonEntry,
    UndecidedEntry,
)

Entry = TypeVar("Entry", EventEntry, ConflictEntry, ClaimEntry)


class Shelf:
    """Indexes over one casebook."""

    def __init__(self, casebook: Casebook) -> None:
        self.casebook = casebook
        self.documents: dict[str, DocumentEntry] = {entry.id: entry for entry in casebook.documents}
        self.people: dict[str, PersonEntry] = {entry.id: entry for entry in casebook.people}
        self.events: dict[str, EventEntry] = {entry.id: entry for entry in casebook.events}
        self.claims: dict[str, ClaimEntry] = {entry.id: entry for entry in casebook.claims}
        self.cases: dict[str, CaseEntry] = {entry.person: entry for entry in casebook.cases}
        self.events_of = _by_person(casebook.events)
        self.conflicts_of = _by_person(casebook.conflicts)
        self.claims_of = _by_person(casebook.claims)
        self.groups = upstream(casebook.documents)

    @cached_property
    def read(self) -> int:
        """How many reports were read: documents in no language that is read are problems."""
        unread = {problem.file for problem in self.casebook.problems}
        return sum(document.file not in unread for document in self.casebook.documents)

    @cached_property
    def doubts(self) -> dict[str, list[tuple[MentionEntry, UndecidedEntry]]]:
        """By person, the mentions of which it is undecided whether they are that person."""
        mentions = {mention.id: mention for mention in self.casebook.mentions}
        found: dict[str, list[tuple[MentionEntry, UndecidedEntry]]] = defaultdict(list)
        for entry in self.casebook.undecided:
            for one, other in permutations((mentions[identity] for identity in entry.mentions), 2):
                if one.person != other.person:
                    found[one.person].append((other, entry))
        return found

    @cached_property
    def claims_in(self) -> dict[str, list[ClaimEntry]]:
        """Claims by document, in the order of the text."""
        found: dict[str, list[ClaimEntry]] = defaultdict(list)
        for claim in self.casebook.claims:
            found[claim.document].append(claim)
        return found

    @cached_property
    def people_in(self) -> dict[str, list[PersonEntry]]:
        """People by document that names them, in the casebook's order."""
        found: dict[str, list[PersonEntry]] = defaultdict(list)
        for person in self.casebook.people:
            for document in dict.fromkeys(d for form in person.names for d in form.documents):
                found[document].append(person)
        return found

    def has_page(self, person: str) -> bool:
        """Whether a person has a page: whoever is at risk in some report, or has an event of their own."""
        entry = self.people.get(person)
        return entry is not None and (entry.role == "subject" or person in self.cases or person in self.events_of)

    def sources(self, person: str) -> int:
        """How many sources independent of each other tell of a person; a source and what rests on it are one."""
        return len({self.groups[claim.document] for claim in self.claims_of.get(person, ())})

    def reports(self, person: str) -> list[DocumentEntry]:
        """The documents that name a person, newest first."""
        named = {d for form in self.people[person].names for d in form.documents}
        return sorted((self.documents[d] for d in named), key=lambda d: (d.published or "", d.file), reverse=True)


def _by_person(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        found[entry.person].append(entry)
    return dict(found)


def upstream(documents: Iterable[DocumentEntry]) -> dict[str, str]:
    """For each document, by id, the name of its group: documents linked by what they rest on share one."""
    above: dict[str, str] = {}

    def root(node: str) -> str:
        while node in above:
            node = above[node]
        return node

    documents = tuple(documents)
    for document in documents:
        for source in document.relies_on:
            one, other = root(document.id), root(source.document or f"named {source.name.casefold()}")
            if one != other:
                above[one] = other
    return {document.id: root(document.id) for document in documents}


def slug(identity: str) -> str:
    """An id as a file name or anchor: itself where it is made of safe characters, else a hash of it."""
    safe = re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_-]{0,79}", identity)
    return identity if safe else sha256(identity.encode()).hexdigest()[:20]
