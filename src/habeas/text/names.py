"""Two names of persons compared: the same name, possibly, or two names, with the reasons in words.

Names are compared part by part, whatever their order and script, by how they sound (`habeas.text.sounds`), with given
names that languages share (`data/names/given.yml`).
"""

import re
from functools import cache, lru_cache
from typing import Literal

import msgspec

from habeas import resources
from habeas.text.sounds import consonants, is_abjad, near, skeletons, tables

Verdict = Literal["same", "possible", "different"]
Sex = Literal["f", "m"]
Fit = Literal["same", "variant", "initial", "sound", "slip", "sex", "no"]
"""How one part fits another: letter for letter or in another spelling · another language's form of a given name · an
initial · consonants alone · a slip of the pen, or another name · the form of the other sex · not at all."""

SAME, POSSIBLE = 0.88, 0.6
_SLIP = 0.09  # edits a letter: one confusion in four letters, a whole letter in eleven
_WORTH: dict[Fit, float] = {
    "same": 1.0,
    "variant": 0.95,
    "initial": 0.86,
    "sound": 0.9,
    "slip": 0.77,
    "sex": 0.3,
    "no": 0.0,
}
_WORD = re.compile(r"\w+(?:[’'ʼ`]\w+)*\.?")


class Comparison(msgspec.Struct, frozen=True):
    """The outcome, a score 0…1 and why, for a reader who knows nothing of names."""

    verdict: Verdict
    score: float
    reasons: tuple[str, ...]


class Match(msgspec.Struct, frozen=True):
    """A part of one name, the part of the other that it fits best, and how."""

    left: str
    right: str
    fit: Fit


@lru_cache(maxsize=100_000)
def parts(name: str) -> tuple[str, ...]:
    """The words of a name that tell people apart: without titles, particles and marks, in plain order.

    "SURNAME, Given" is turned round. A hyphen parts two words.
    """
    head, comma, rest = name.partition(",")
    words = _WORD.findall(f"{rest} {head}" if comma else name)
    bare = [word.rstrip(".") if len(word) > 3 else word for word in words]
    skip = {*tables()["particles"], *tables()["titles"]}
    kept = tuple(
        word for word in bare if (len(word) == 1 and word.isupper()) or word.rstrip(".").casefold() not in skip
    )
    return kept or tuple(bare)


def surname(name: str) -> str | None:
    """The surname as it stands in a name of several words: the one in capitals, the one before a comma, else the last.

    None for one word alone. Where the surname comes first without a sign of it, this is the last given name.
    """
    head, comma, _ = name.partition(",")
    words = head.split() if comma else name.split()
    loud = [word for word in words if word.isupper() and len(word) > 2]
    if comma or len(words) < 2:
        return head.strip() if comma and len(name.split()) > 1 else None
    if loud and len(loud) < len(words):
        return " ".join(loud)
    return None if is_initial(words[-1]) else words[-1]


def is_initial(part: str) -> bool:
    """Whether a part of a name is an initial only."""
    return len(part.rstrip(".")) == 1 or (len(part) == 3 and part.endswith("."))


def is_common(name: str) -> bool:
    """Whether every part of the name is a given name that many people bear (Mohammed Ali)."""
    return all(_groups(part) for part in parts(name) if not is_initial(part))


@lru_cache(maxsize=500_000)
def fit(left: str, right: str) -> Fit:
    """How one part of a name fits another."""
    if is_initial(left) or is_initial(right):
        return "initial" if _same_start(left, right) else "no"
    if is_abjad(left) != is_abjad(right):
        return "sound" if _same_consonants(left, right) else "variant" if _shares_given(left, right) else "no"
    ours, theirs = skeletons(left), skeletons(right)
    if set(ours) & set(theirs):
        return "same"
    if any(_gendered(a, b) for a in ours[:2] for b in theirs[:2]):
        return "sex"
    if _shares_given(left, right):
        return "variant"
    return "slip" if _near(ours, theirs) else "no"


@lru_cache(maxsize=500_000)
def align(left: str, right: str) -> tuple[tuple[Match, ...], tuple[str, ...], tuple[str, ...]]:
    """The matches of two names, best first, and the parts left over on each side."""
    options = [_aligned(a, b) for a, b in _joinings(parts(left), parts(right))]
    return max(options, key=lambda option: (_value(*option), -len(option[0])))


def compare(left: str, right: str) -> Comparison:
    """Compare two names of persons, in any script and order."""
    matches, ours, theirs = align(left, right)
    score = _value(matches, ours, theirs)
    verdict: Verdict = "same" if score >= SAME else "possible" if score >= POSSIBLE else "different"
    return Comparison(verdict, round(score, 3), tuple(_reasons(matches, ours, theirs)))


def sex_of(name: str) -> Sex | None:
    """The sex that a patronymic shows, or None."""
    for part in parts(name)[1:]:
        for skeleton in skeletons(part)[:1]:
            if len(skeleton) > 5:
                for sex, endings in tables()["patronymic"].items():
                    if skeleton.endswith(tuple(endings)):
                        return "f" if sex == "f" else "m"
    return None


def keys(name: str) -> frozenset[str]:
    """Blocking keys: two names that could be one person's share a key. First sounds and consonants of each part."""
    found = set()
    for part in parts(name):
        if not is_initial(part):
            for skeleton in skeletons(part):
                stem = consonants(skeleton).translate(_COARSE)
                found.add(stem[:3] or skeleton[:2])
            found |= {f"={group}" for group in _groups(part)}
    return frozenset(found)


_COARSE = str.maketrans("SJZzTChkgf", "sssssshhhb")


def _joinings(left: tuple[str, ...], right: tuple[str, ...]) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Both names as they are, and with two neighbouring words of the longer written as one (Abdul Rahim)."""
    found = [(left, right)]
    if len(left) != len(right) and min(len(left), len(right)) > 0:
        longer = max(left, right, key=len)
        for i in range(len(longer) - 1):
            if not is_initial(longer[i]) and not is_initial(longer[i + 1]):
                joined = (*longer[:i], longer[i] + longer[i + 1], *longer[i + 2 :])
                found.append((joined, right) if longer is left else (left, joined))
    return found


def _aligned(
    left: tuple[str, ...], right: tuple[str, ...]
) -> tuple[tuple[Match, ...], tuple[str, ...], tuple[str, ...]]:
    """Greedy alignment, best fits first, then longest words, then nearest places."""
    fits = [
        (_WORTH[fit(a, b)], min(len(a), len(b)), -abs(i - j), i, j)
        for i, a in enumerate(left)
        for j, b in enumerate(right)
    ]
    used_left, used_right, matches = set(), set(), []
    for worth, _, _, i, j in sorted(fits, reverse=True):
        if worth > 0 and i not in used_left and j not in used_right:
            used_left.add(i)
            used_right.add(j)
            matches.append(Match(left[i], right[j], fit(left[i], right[j])))
    rest = (
        tuple(p for i, p in enumerate(left) if i not in used_left),
        tuple(p for j, p in enumerate(right) if j not in used_right),
    )
    return tuple(matches), *rest


def _value(matches: tuple[Match, ...], ours: tuple[str, ...], theirs: tuple[str, ...]) -> float:
    """Score of an alignment: its worst matches, less for parts that only one has, little where both have others."""
    if not matches:
        return 0.0
    worths = sorted(_WORTH[match.fit] for match in matches)
    score = worths[0] * 0.8 + (sum(worths) / len(worths)) * 0.2
    if all(match.fit == "initial" for match in matches):
        score = min(score, 0.5)
    if ours and theirs:
        return min(score, 0.45) * 0.8
    if ours or theirs:
        return score * (0.95 if len(matches) > 1 else 0.8)
    return score if len(matches) > 1 else score * 0.9


_SAYS: dict[Fit, str] = {
    "same": "{0} and {1} are one name in two spellings",
    "variant": "{0} and {1} are one given name in two languages",
    "initial": "{0} may stand for {1}",
    "sound": "{0} and {1} have the same consonants",
    "slip": "{0} and {1} differ by a sound or two: a slip, or another name",
    "sex": "{0} and {1} are the forms of a man and of a woman",
}


def _reasons(matches: tuple[Match, ...], ours: tuple[str, ...], theirs: tuple[str, ...]) -> list[str]:
    found = []
    for match in matches:
        if match.fit == "same" and match.left.casefold() == match.right.casefold():
            found.append(f"both are called {match.left}")
        else:
            found.append(_SAYS[match.fit].format(match.left, match.right))
    if ours and theirs:
        found.append(f"{' '.join(ours)} is not {' '.join(theirs)}")
    elif ours or theirs:
        found.append(f"only one has {' '.join(ours or theirs)}")
    return found


def _same_start(left: str, right: str) -> bool:
    left, right = left.rstrip("."), right.rstrip(".")
    starts = [{skeleton[:1] for skeleton in skeletons(word)} | {word[:1].casefold()} for word in (left, right)]
    if min(len(left), len(right)) > 1:
        return left[:2].casefold() == right[:2].casefold()
    return bool(starts[0] & starts[1])


def _same_consonants(left: str, right: str) -> bool:
    ours = {consonants(skeleton) for skeleton in skeletons(left)}
    return bool(ours & {consonants(skeleton) for skeleton in skeletons(right)} - {""})


def _near(ours: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    shortest = min(len(ours[0]), len(theirs[0]))
    return shortest >= 5 and any(near(a, b, _SLIP * shortest) for a in ours for b in theirs)


def _gendered(left: str, right: str) -> bool:
    for female, male in tables()["gendered"]:
        for a, b in ((left, right), (right, left)):
            if a.endswith(female) and b.endswith(male) and a[: -len(female)] == b[: -len(male)] != "":
                return True
    return False


def _shares_given(left: str, right: str) -> bool:
    return bool(_groups(left) & _groups(right))


@lru_cache(maxsize=100_000)
def _groups(part: str) -> frozenset[str]:
    """Groups of given names that the part belongs to."""
    found = set()
    for skeleton in skeletons(part):
        found |= _ours().get(skeleton, set())
    return frozenset(found)


@cache
def _ours() -> dict[str, set[str]]:
    groups = resources.parse(resources.text("names", "given.yml"), "names/given.yml")
    found: dict[str, set[str]] = {}
    for group in groups:
        for name in group:
            found.setdefault(skeletons(name)[0], set()).add(group[0])
    return found
