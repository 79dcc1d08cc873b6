"""What speaks for and against two portraits being one person: their names, and what the reports tell around them."""

from functools import lru_cache

import msgspec

from habeas.resolve.portraits import Known
from habeas.text import edtf, names
from habeas.text.sounds import distance, skeletons


class Evidence(msgspec.Struct, frozen=True):
    """How much speaks for one person. `name`: by the names alone, `context`: by the rest (may be below 0)."""

    name: float
    context: float
    pro: tuple[str, ...]
    con: tuple[str, ...]

    @property
    def weight(self) -> float:
        """Both together."""
        return self.name + self.context


NAMED_ALIKE = 3.0
"""Name evidence from which on two names are taken for one name."""


def weigh(one: Known, other: Known) -> Evidence | None:
    """The evidence that two portraits of two documents are one person; None where their names rule it out."""
    best = max((_by_name(a, b) for a, b in _form_pairs(one, other)), key=lambda found: found[0], default=None)
    if best is None or best[0] <= 0:
        return None
    name, reasons, against = best
    context, pro, con = _context(one, other)
    if name < NAMED_ALIKE and context >= 1.0 and not (one.full and other.full):
        context += 1.0
        pro = [*pro, "one name alone, in reports on one case"]
    if name >= NAMED_ALIKE and all(names.is_common(form) for form in (one.portrait.name, other.portrait.name)):
        name -= 0.8
        con = [*con, "a common name"]
    return Evidence(name, context, (*reasons, *pro), (*against, *con))


def _form_pairs(one: Known, other: Known) -> list[tuple[str, str]]:
    full = [(a, b) for a in one.full for b in other.full]
    if full:
        return full
    return [(a, b) for a in (*one.full, *one.short) for b in (*other.full, *other.short)]


@lru_cache(maxsize=300_000)
def _by_name(left: str, right: str) -> tuple[float, tuple[str, ...], tuple[str, ...]]:
    """Name evidence of two forms, and the reasons for and against."""
    found = names.compare(left, right)
    matches, ours, theirs = names.align(left, right)
    fits = [match.fit for match in matches]
    shorter = min(len(names.parts(left)), len(names.parts(right)))
    if ours and theirs:
        return _slip_of_a_letter(fits, ours, theirs), found.reasons[:-1], found.reasons[-1:]
    if not fits or "sex" in fits or "no" in fits:
        return 0.0, (), found.reasons
    if shorter == 1:
        return _single(left, right, fits[0]), found.reasons[: len(matches)], ()
    if "slip" in fits:
        return (1.6 if fits.count("slip") == 1 else 0.6), found.reasons, ()
    if "initial" in fits:
        return 1.7 if any(f in ("same", "variant") for f in fits) else 0.6, found.reasons, ()
    whole = set(fits) == {"same"} and not ours and not theirs
    return (3.0 + 0.5 * min(len(fits), 4) if whole else 3.4), found.reasons, ()


def _slip_of_a_letter(fits: list[names.Fit], ours: tuple[str, ...], theirs: tuple[str, ...]) -> float:
    """Something where one word of several is another by one letter, as misspelt names are; else nothing."""
    if not fits or set(fits) - {"same", "variant"} or len(ours) != 1 or len(theirs) != 1:
        return 0.0
    a, b = skeletons(ours[0])[0], skeletons(theirs[0])[0]
    return 0.8 if min(len(a), len(b)) >= 6 and distance(a, b) <= 1.05 else 0.0


def _single(left: str, right: str, fit: names.Fit) -> float:
    """One word alone: a surname says more than a given name, and a word of both names alone something between."""
    longer = max((names.parts(left), names.parts(right)), key=len)
    if fit in ("slip", "initial", "sound"):
        return 0.4
    if len(longer) == 1:
        return 1.6
    word = min((names.parts(left), names.parts(right)), key=len)[0]
    place = next((i for i, part in enumerate(longer) if names.fit(word, part) == fit), 0)
    return 0.8 if place == 0 else 1.6


def _context(one: Known, other: Known) -> tuple[float, list[str], list[str]]:
    pro: list[str] = []
    con: list[str] = []
    weight = 0.0
    company, said = _company(one, other)
    weight += company
    pro += said
    for part in (_events(one, other), _states(one, other), _roles(one, other), _traits(one, other)):
        weight += part[0]
        (pro if part[0] > 0 else con).extend(filter(None, [part[1]]))
    return weight, pro, con


def _company(one: Known, other: Known) -> tuple[float, list[str]]:
    """The others named in both reports: in full, or by a word of their names that is not yet counted."""
    shared = sorted(set(one.companions) & set(other.companions))
    counted = {word for key in shared for word in key.split()}
    words = (one.words & other.words) - counted
    weight = sum(min(one.companions[key], other.companions[key]) for key in shared) + 0.5 * len(words)
    number = len(shared) + len(words)
    return min(2.0, weight), [f"{number} other name{'s' if number > 1 else ''} in both reports"] if number else []


def _events(one: Known, other: Known) -> tuple[float, str]:
    agreeing = set()
    for a in one.claims:
        for b in other.claims:
            if a.type == b.type and a.date and b.date and edtf.overlaps(a.date, b.date):
                longest = max(edtf.days(a.date) or 999, edtf.days(b.date) or 999)
                agreeing.add((a.type, 1.0 if longest <= 31 else 0.4))
    weight = min(2.0, sum(dict(sorted(agreeing)).values()))
    kinds = sorted({kind for kind, _ in agreeing})
    told = ", ".join(kind.replace("-", " ") for kind in kinds[:3])
    return weight, f"the same is told of both: {told}" if weight else ""


def _states(one: Known, other: Known) -> tuple[float, str]:
    if not one.states or not other.states:
        return 0.0, ""
    shared = sorted(one.states & other.states)
    if len(shared) > 1 or (shared and len(one.states | other.states) == 1):
        return 0.8, f"both cases lie in {' and '.join(shared)}"
    if shared:
        return 0.4, f"both cases touch {shared[0]}"
    return (-0.3 if set(one.companions) & set(other.companions) else -1.0), "their cases lie in other states"


def _roles(one: Known, other: Known) -> tuple[float, str]:
    pair = {one.portrait.role, other.portrait.role}
    if pair == {"subject", "official"}:
        return -1.5, "one faces removal, the other holds an office"
    if pair & {"official", "journalist"} and len(pair) == 2 and "subject" in pair:
        return -1.0, "one is a case, the other a reporter"
    return (0.3, "") if len(pair) == 1 else (0.0, "")


def _traits(one: Known, other: Known) -> tuple[float, str]:
    sexes = {*one.traits.get("sex", ()), *other.traits.get("sex", ())}
    if len(sexes) > 1:
        return -2.2, "one is a woman, the other a man"
    born = _born(one), _born(other)
    if born[0] and born[1]:
        apart = abs(born[0] - born[1])
        return (1.0, "of one age") if apart <= 1 else (-4.0, "of different ages") if apart > 3 else (-0.3, "")
    kin = one.traits.get("relative", frozenset()) & other.traits.get("relative", frozenset())
    if kin:
        return 1.6, "of one family"
    states = [known.traits.get("citizenship", frozenset()) for known in (one, other)]
    if states[0] and states[1]:
        return (0.5, "citizens of one state") if states[0] & states[1] else (-0.7, "citizens of different states")
    return 0.0, ""


def _born(known: Known) -> int | None:
    for year in sorted(known.traits.get("birth-year", ())):
        if year.isdigit():
            return int(year)
    for age in sorted(known.traits.get("age", ())):
        if age.isdigit() and known.year:
            return known.year - int(age)
    return None
