"""Persons from portraits: who in one report is who in another."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from hashlib import sha256
from itertools import combinations

from habeas.model.documents import Document
from habeas.model.people import NameForm, People, Person, RoleIn, Undecided
from habeas.model.readings import Portrait, Reading
from habeas.model.vocabulary import Role
from habeas.resolve.clusters import Clusters, Link, cluster
from habeas.resolve.evidence import weigh
from habeas.resolve.portraits import Known, know
from habeas.text import names

_CROWDED = 400
"""Portraits under one key from which on the key says too little to compare them all (Ivan, Mohammed)."""
_TELLING: tuple[Role, ...] = ("subject", "relative", "advocate", "official", "journalist", "other")


def resolve(readings: Iterable[Reading], documents: Iterable[Document]) -> People:
    """The persons of all readings, and the pairs that nobody but a reviewer can decide, both in a stated order.

    Two portraits of one document never become one person: its reader held them apart.
    """
    known = know(readings, documents)
    by_id = {one.portrait.id: one for one in known}
    homes = {one.portrait.id: one.portrait.document for one in known}
    links = tuple(_links(known))
    clusters, undecided = cluster(links, homes, lambda a, b: _clash(by_id[a], by_id[b]))
    persons = [_person(members, by_id, clusters) for members in clusters.all()]
    return People(
        persons=tuple(sorted(persons, key=lambda person: (person.name.casefold(), person.id))),
        undecided=tuple(sorted((_undecided(link) for link in undecided), key=lambda pair: pair.portraits)),
    )


def _links(known: tuple[Known, ...]) -> Iterable[Link]:
    """Evidence for every pair of portraits of two documents whose names share a key: two keys, where both are full."""
    keys = [frozenset[str]().union(*(names.keys(form) for form in (*one.full, *one.short))) for one in known]
    blocks = defaultdict(list)
    for index, own in enumerate(keys):
        for key in sorted(own):
            blocks[key].append(index)
    pairs: set[tuple[int, int]] = set()
    for block in blocks.values():
        if len(block) <= _CROWDED:
            pairs.update(combinations(block, 2))
    for a, b in sorted(pairs):
        one, other = known[a], known[b]
        needed = 2 if one.spelt_out and other.spelt_out else 1
        if one.portrait.document != other.portrait.document and len(keys[a] & keys[b]) >= needed:
            evidence = weigh(one, other)
            if evidence is not None:
                yield Link(one.portrait.id, other.portrait.id, evidence)


def _clash(one: Known, other: Known) -> bool:
    """Whether full names of both rule out one person, whoever links them."""
    return bool(one.full and other.full) and weigh(one, other) is None


def _person(members: tuple[str, ...], by_id: dict[str, Known], clusters: Clusters) -> Person:
    portraits = [by_id[member].portrait for member in members]
    forms = defaultdict(set)
    for portrait in portraits:
        surname = by_id[portrait.id].surname
        for value in dict.fromkeys((portrait.name, *portrait.names, *([surname] if surname else []))):
            forms[value].add(portrait.document)
    content = "\n".join(sorted(members))
    listed = sorted(forms, key=lambda value: (-len(forms[value]), -len(names.parts(value)), value))
    return Person(
        id=f"p-{sha256(content.encode()).hexdigest()[:12]}",
        name=_best_name(portraits),
        role=_role(members, by_id),
        roles=tuple(sorted((RoleIn(p.document, p.role) for p in portraits), key=lambda role: role.document)),
        names=tuple(NameForm(value, tuple(sorted(forms[value]))) for value in listed),
        portraits=members,
        because=clusters.reasons.get(members[0], ()),
    )


def _best_name(portraits: list[Portrait]) -> str:
    """The fullest form that most documents have; initials and capitals only where nothing else is there.

    A name that stands in capitals alone is given in plain letters.
    """
    counts = Counter(name for portrait in portraits for name in {portrait.name, *portrait.names})
    fullest = {portrait.name for portrait in portraits}

    def worth(name: str) -> tuple[bool, bool, bool, int, int, str]:
        words = names.parts(name)
        whole = sum(not names.is_initial(word) for word in words)
        plain = not any(word.isupper() and len(word) > 2 for word in words) and "," not in name
        return (whole > 1, plain, name in fullest, counts[name], whole, name)

    best = max(counts, key=worth)
    return best.title() if best.isupper() and len(best) > 4 else best


def _role(members: tuple[str, ...], by_id: dict[str, Known]) -> Role:
    """The most telling role: a subject wherever one report tells events of them as such, else the commonest."""
    if any(by_id[m].portrait.role == "subject" and by_id[m].claims for m in members):
        return "subject"
    counts = Counter(by_id[m].portrait.role for m in members)
    return max(counts, key=lambda role: (counts[role], -_TELLING.index(role)))


def _undecided(link: Link) -> Undecided:
    return Undecided(
        (link.one, link.other), link.evidence.pro, link.evidence.con or ("nothing else links the reports",)
    )
