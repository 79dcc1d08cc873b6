"""Clusters of portraits under a constraint: what a reader held apart in one document never becomes one person."""

from collections.abc import Callable, Iterable

import msgspec

from habeas.resolve.evidence import NAMED_ALIKE, Evidence

MERGE, DOUBT = 3.0, 2.2
"""Evidence from which on two portraits are one person, and from which on the question is put to a reviewer."""
_MARGIN = 0.5


class Link(msgspec.Struct, frozen=True):
    """Evidence between two portraits, by their ids (the lesser first)."""

    one: str
    other: str
    evidence: Evidence


class Clusters:
    """A partition of portraits that only grows together: portraits of one document stay apart."""

    def __init__(self, documents: dict[str, str]) -> None:
        """`documents`: for each portrait id the document it belongs to."""
        self._members: dict[str, tuple[str, ...]] = {portrait: (portrait,) for portrait in documents}
        self._documents = documents
        self.reasons: dict[str, tuple[str, ...]] = {}

    def of(self, portrait: str) -> tuple[str, ...]:
        """All portraits of the person, in order."""
        return self._members[portrait]

    def may_join(self, one: str, other: str) -> bool:
        """Whether no document shows both persons."""
        homes = {self._documents[portrait] for portrait in self.of(one)}
        return not homes & {self._documents[portrait] for portrait in self.of(other)}

    def join(self, one: str, other: str, because: Iterable[str]) -> None:
        """Make two persons one."""
        kept = dict.fromkeys(
            (*self.reasons.get(self.of(one)[0], ()), *self.reasons.get(self.of(other)[0], ()), *because)
        )
        together = tuple(sorted({*self.of(one), *self.of(other)}))
        for portrait in together:
            self._members[portrait] = together
        self.reasons[together[0]] = tuple(kept)

    def all(self) -> tuple[tuple[str, ...], ...]:
        """Every cluster once, in the order of its first portrait."""
        return tuple(sorted(set(self._members.values())))


def cluster(
    links: Iterable[Link], documents: dict[str, str], clash: Callable[[str, str], bool]
) -> tuple[Clusters, list[Link]]:
    """Join what the evidence allows, strongest first; give the clusters and the links left undecided.

    `clash(a, b)`: whether two portraits cannot be one person whatever links them. A link by less than a like name joins
    only where nobody else fits nearly as well.
    """
    clusters = Clusters(documents)
    ordered = sorted(links, key=lambda link: (-link.evidence.weight, link.one, link.other))
    by_portrait: dict[str, list[Link]] = {}
    for link in ordered:
        by_portrait.setdefault(link.one, []).append(link)
        by_portrait.setdefault(link.other, []).append(link)
    open_links = []
    for link in ordered:
        if clusters.of(link.one) == clusters.of(link.other) or not clusters.may_join(link.one, link.other):
            continue
        if _clashes(clusters, link, clash):
            continue
        alike = link.evidence.name >= NAMED_ALIKE
        if link.evidence.weight >= MERGE and (alike or not _rival(link, clusters, by_portrait)):
            clusters.join(link.one, link.other, link.evidence.pro)
        elif link.evidence.weight >= DOUBT:
            open_links.append(link)
    undecided = [link for link in open_links if clusters.of(link.one) != clusters.of(link.other)]
    return clusters, _one_a_pair(undecided, clusters)


def _clashes(clusters: Clusters, link: Link, clash: Callable[[str, str], bool]) -> bool:
    return any(clash(a, b) for a in clusters.of(link.one) for b in clusters.of(link.other))


def _rival(link: Link, clusters: Clusters, by_portrait: dict[str, list[Link]]) -> bool:
    """Whether another person fits one end of the link nearly as well."""
    for here, there in ((link.one, link.other), (link.other, link.one)):
        for other in by_portrait[here]:
            far = other.other if other.one == here else other.one
            if clusters.of(far) in (clusters.of(there), clusters.of(here)) or not clusters.may_join(here, far):
                continue
            if not clusters.may_join(there, far) and other.evidence.weight > link.evidence.weight - _MARGIN:
                return True
    return False


def _one_a_pair(links: list[Link], clusters: Clusters) -> list[Link]:
    """The strongest link between any two persons, where they could still be one."""
    best: dict[frozenset[str], Link] = {}
    for link in links:
        if clusters.may_join(link.one, link.other):
            best.setdefault(frozenset((clusters.of(link.one)[0], clusters.of(link.other)[0])), link)
    return list(best.values())
