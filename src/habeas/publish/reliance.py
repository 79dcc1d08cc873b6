"""The geometry of the picture of sources: sources on the left, the reports that rest on them on the right."""

from collections.abc import Sequence

import msgspec

from habeas.publish.overview import Upstream

ROW = 24.0
LEFT = 330.0
RIGHT = 560.0
MOST = 40
"""Reports; above it a picture shows less than its table."""
LABEL = 48


class Node(msgspec.Struct, frozen=True):
    """A source or a report. `known`: it is among the reports of this run. The label is at `at`, `anchor`ed there."""

    x: float
    y: float
    label: str
    known: bool
    at: float
    anchor: str


class Link(msgspec.Struct, frozen=True):
    """From a source to a report that rests on it."""

    x: float
    y: float
    to_x: float
    to_y: float


class Reliances(msgspec.Struct, frozen=True):
    """The picture, ready to draw."""

    height: float
    nodes: tuple[Node, ...]
    links: tuple[Link, ...]


def draw(upstreams: Sequence[Upstream]) -> Reliances | None:
    """The picture of these sources; None where there is nothing, or too much, to draw."""
    resting = {document.id: document for upstream in upstreams for document in upstream.resting}
    if not resting or len(resting) > MOST or len(upstreams) > MOST:
        return None
    nodes, links = [], []
    places = {identity: (number + 1) * ROW for number, identity in enumerate(resting)}
    gap = max(len(resting), len(upstreams)) * ROW
    for number, upstream in enumerate(upstreams):
        y = round((number + 0.5) * gap / len(upstreams) + ROW / 2, 1)
        nodes.append(Node(LEFT, y, _cut(upstream.name), upstream.document is not None, LEFT - 12, "end"))
        links += [Link(LEFT + 6, y, RIGHT - 6, places[document.id]) for document in upstream.resting]
    for identity, document in resting.items():
        label = _cut(document.publisher or document.title or document.file)
        nodes.append(Node(RIGHT, places[identity], label, True, RIGHT + 12, "start"))
    return Reliances(gap + ROW, tuple(nodes), tuple(links))


def _cut(label: str) -> str:
    return label if len(label) <= LABEL else f"{label[: LABEL - 1]}…"
