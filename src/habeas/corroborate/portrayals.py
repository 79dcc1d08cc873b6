"""What reports say differently of the person: age and citizenship."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from habeas.corroborate.conflicts import conflict
from habeas.model.cases import Conflict
from habeas.model.documents import Document
from habeas.model.readings import Claim, Portrait, Trait
from habeas.text import edtf


def portrayals(
    person: str, portraits: Sequence[Portrait], claims: Sequence[Claim], documents: Mapping[str, Document]
) -> Iterator[Conflict]:
    """Conflicts between traits of one person's portraits, as far as a claim's quote holds the words of the trait.

    Two citizenships are no conflict where one report gives the person both.
    """
    shown: dict[str, list[tuple[Trait, Claim]]] = defaultdict(list)
    for portrait in sorted(portraits, key=lambda portrait: portrait.id):
        for trait in portrait.traits:
            claim = _showing(trait, portrait.document, claims)
            if claim is not None:
                shown["age" if trait.property == "birth-year" else trait.property].append((trait, claim))
    ages = _by_value(shown["age"])
    born = {value: _born(trait, documents.get(claim.document)) for value, ((trait, claim), *_) in ages.items()}
    years = [year for year in born.values() if year is not None]
    if years and max(years) - min(years) > 1:
        yield conflict(person, None, "age", "contradiction", _sides(ages))
    states = _by_value(shown["citizenship"])
    both = any(len(_named(portrait)) > 1 for portrait in portraits)
    if len(states) > 1 and not both:
        yield conflict(person, None, "citizenship", "different wording that has legal weight", _sides(states))


def _showing(trait: Trait, document: str, claims: Sequence[Claim]) -> Claim | None:
    quote = trait.quote
    if quote is None:
        return None
    holding = (
        c for c in claims if c.document == document and c.quote.start <= quote.start and quote.end <= c.quote.end
    )
    return min(holding, key=lambda claim: (claim.quote.start, claim.id), default=None)


def _by_value(pairs: Iterable[tuple[Trait, Claim]]) -> dict[str, list[tuple[Trait, Claim]]]:
    found: dict[str, list[tuple[Trait, Claim]]] = defaultdict(list)
    for trait, claim in pairs:
        found[trait.value].append((trait, claim))
    return dict(sorted(found.items()))


def _sides(values: Mapping[str, Sequence[tuple[Trait, Claim]]]) -> dict[str, list[Claim]]:
    return {value: [claim for _, claim in pairs] for value, pairs in values.items()}


def _born(trait: Trait, document: Document | None) -> int | None:
    """Year of birth, which an age at publication gives within a year."""
    if not trait.value.isdigit():
        return None
    if trait.property == "birth-year":
        return int(trait.value)
    published = edtf.earliest(document.published) if document else None
    return published.year - int(trait.value) if published else None


def citizenships(portraits: Sequence[Portrait]) -> tuple[str, ...]:
    """Citizenships (ISO alpha-2), in order; one that less than half as many reports name as the first is left out."""
    votes = Counter(value for portrait in portraits for value in sorted(_named(portrait)))
    most = max(votes.values(), default=0)
    return tuple(sorted(value for value, count in votes.items() if 2 * count >= most))


def _named(portrait: Portrait) -> frozenset[str]:
    return frozenset(trait.value for trait in portrait.traits if trait.property == "citizenship")
