"""Events, conflicts and cases from the claims of all readings."""

from collections import defaultdict
from collections.abc import Iterable

from habeas.corroborate.history import history
from habeas.corroborate.sources import Sources
from habeas.model.cases import Corroboration
from habeas.model.documents import Document
from habeas.model.people import People
from habeas.model.readings import Claim, Reading


def corroborate(documents: Iterable[Document], people: People, readings: Iterable[Reading]) -> Corroboration:
    """One event for every occasion that any documents tell, what they contradict each other in, and a case a subject.

    Lists are ordered by person and time; ids come from content, so the order of the input changes nothing.
    """
    sources = Sources(documents)
    kept = tuple(readings)
    portraits = {portrait.id: portrait for reading in kept for portrait in reading.portraits}
    owner = {portrait: person.id for person in people.persons for portrait in person.portraits}
    told: dict[str, list[Claim]] = defaultdict(list)
    for reading in kept:
        for claim in reading.claims:
            if claim.portrait in owner:
                told[owner[claim.portrait]].append(claim)
    histories = [
        history(person, told[person.id], [portraits[p] for p in person.portraits if p in portraits], sources)
        for person in sorted(people.persons, key=lambda person: person.id)
    ]
    return Corroboration(
        events=tuple(event for one in histories for event in one.events),
        conflicts=tuple(conflict for one in histories for conflict in one.conflicts),
        cases=tuple(one.case for one in histories if one.case is not None),
    )
