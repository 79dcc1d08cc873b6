"""Portraits with what their documents tell of them and around them."""

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

import msgspec

from habeas.model.documents import Document
from habeas.model.readings import Claim, Portrait, Reading
from habeas.text import edtf, names
from habeas.text.sounds import skeletons


class Known(msgspec.Struct, frozen=True):
    """A portrait with what is known of it.

    `full`: its names of two or more words, `short`: those of one. `companions`: the others of the document, by the
    sounds of their full names, with how much it says to share them; `words`: the sounds of single words of those names.
    `surname`: as it stands in the fullest form, where nobody else in the document bears it; else None.
    `states`: places of its events. `year`: of publication. `traits`: by property, relatives by the sounds of names.
    """

    portrait: Portrait
    full: tuple[str, ...]
    short: tuple[str, ...]
    surname: str | None
    companions: dict[str, float]
    words: frozenset[str]
    claims: tuple[Claim, ...]
    states: frozenset[str]
    year: int | None
    traits: dict[str, frozenset[str]]

    @property
    def spelt_out(self) -> bool:
        """Whether all its names have several words and no initial."""
        return bool(self.full) and not any(names.is_initial(part) for form in self.full for part in names.parts(form))


def know(readings: Iterable[Reading], documents: Iterable[Document]) -> tuple[Known, ...]:
    """Every portrait with what is known of it, in the order of their ids."""
    published = {document.id: document.published for document in documents}
    found = []
    for reading in readings:
        year = edtf.earliest(published.get(reading.document))
        claims = defaultdict(list)
        for claim in reading.claims:
            claims[claim.portrait].append(claim)
        for portrait in reading.portraits:
            found.append(_known(portrait, reading.portraits, tuple(claims[portrait.id]), year.year if year else None))
    return tuple(sorted(found, key=lambda known: known.portrait.id))


def _known(portrait: Portrait, company: tuple[Portrait, ...], claims: tuple[Claim, ...], year: int | None) -> Known:
    others = [other for other in company if other.id != portrait.id]
    forms = tuple(dict.fromkeys((portrait.name, *portrait.names)))
    full = _whole(forms)
    own = {sound for form in forms for sound in _sounds(form)}
    near = [other for other in others if _standing(other) == 1.0]
    return Known(
        portrait=portrait,
        full=full,
        short=tuple(form for form in forms if form not in full),
        surname=_own_surname(portrait, others),
        companions={_key(other.name): _standing(other) for other in others if len(names.parts(other.name)) > 1},
        words=frozenset(sound for other in near for name in other.names for sound in _sounds(name)) - own,
        claims=claims,
        states=frozenset(claim.place for claim in claims if claim.place),
        year=year,
        traits=_traits(portrait, {other.id: other for other in others}),
    )


def _own_surname(portrait: Portrait, others: list[Portrait]) -> str | None:
    found = names.surname(portrait.name)
    if found is None:
        return None
    taken = {sound for other in others for form in (other.name, *other.names) for sound in _sounds(form)}
    return None if taken & set(_sounds(found)) else found


def _traits(portrait: Portrait, others: dict[str, Portrait]) -> dict[str, frozenset[str]]:
    found = defaultdict(set)
    for trait in portrait.traits:
        if trait.property != "relative":
            found[trait.property].add(trait.value)
        elif relative := others.get(trait.value.partition(":")[2]):
            found["relative"].add(_key(relative.name))
    return {what: frozenset(values) for what, values in found.items()}


def _whole(forms: tuple[str, ...]) -> tuple[str, ...]:
    """The forms of several words that are not a part of another one (two surnames are a part of the full name)."""
    words = {form: frozenset(map(str.casefold, names.parts(form))) for form in forms}
    several = [form for form in forms if len(words[form]) > 1]
    return tuple(form for form in several if not any(words[form] < words[other] for other in several))


def _standing(portrait: Portrait) -> float:
    """How much a shared companion says: office holders and reporters are named in many reports."""
    return 1.0 if portrait.role in ("subject", "relative", "advocate") else 0.3


@lru_cache(maxsize=100_000)
def _sounds(name: str) -> tuple[str, ...]:
    return tuple(sorted(skeletons(part)[0] for part in names.parts(name) if not names.is_initial(part)))


def _key(name: str) -> str:
    return " ".join(_sounds(name))
