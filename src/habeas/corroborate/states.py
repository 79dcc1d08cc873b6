"""Between which states a case lies: where the person is, and where removal leads."""

from collections import Counter
from collections.abc import Sequence

from habeas.model.cases import Event
from habeas.model.vocabulary import EventType

_HOST: dict[EventType, int] = {
    "extradition-arrest": 4, "extradition-granted": 4, "extradition-refused": 4, "extradition-suspended": 4,
    "extradition-annulled": 4, "removal-ordered": 4, "interim-measure": 4, "removed": 3, "asylum-applied": 3,
    "asylum-seeker-status": 3, "asylum-refused": 3, "asylum-granted": 2, "entry-refused": 2, "entered": 1,
    "arrested": 1, "penalised": 1,
}  # fmt: skip
"""How much an event says that its place is the host."""

_ASKING: dict[EventType, int] = {
    "extradition-requested": 10, "wanted": 6, "charged": 4, "convicted": 4, "assurance": 4, "designated": 3,
    "searched": 2, "arrested": 1, "abducted": 1, "ill-treated": 1,
}  # fmt: skip
_DESTINATION = 8
_LESS_IN_DOUBT = 2


def states(events: Sequence[Event], citizenship: Sequence[str] = ()) -> tuple[str | None, str | None]:
    """Host and requesting state of one person's events, ISO alpha-2, each None where nothing shows it.

    Where no event tells who asks, it is the state of the only citizenship: there removal leads.
    """
    hosts: Counter[str] = Counter()
    asking: Counter[str] = Counter()
    for event in events:
        worth = 1 if event.modality == "happened" else 1 / _LESS_IN_DOUBT
        if event.place and event.modality != "denied":
            hosts[event.place] += int(2 * worth * _HOST.get(event.type, 0))
            asking[event.place] += int(2 * worth * _ASKING.get(event.type, 0))
        if event.type == "removed" and event.attrs.get("to"):
            asking[event.attrs["to"]] += _DESTINATION
    host, requesting = _pair(hosts, asking)
    if requesting is None and len(citizenship) == 1 and citizenship[0] != host:
        requesting = citizenship[0]
    return host, requesting


def _pair(hosts: Counter[str], asking: Counter[str]) -> tuple[str | None, str | None]:
    """The two different states that are the likeliest host and requesting state together; None for what none shows."""
    options = [
        ((hosts[host] if host else 0) + (asking[other] if other else 0), host or "", other or "")
        for host in (*sorted(hosts), None)
        for other in (*sorted(asking), None)
        if (host is None or hosts[host] > 0)
        and (other is None or asking[other] > 0)
        and (host != other or host is None)
    ]
    _, host, other = max(options)
    return host or None, other or None
