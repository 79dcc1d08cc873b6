"""Stems of words, so that forms of one word count as one. The rules are data (`lexicons/LANGUAGE/stems.yml`)."""

from functools import lru_cache

from habeas import resources


@lru_cache(maxsize=100_000)
def stem(low: str, language: str) -> str:
    """The stem of a casefolded word: the irregular form's, else without the first suffix that leaves enough of it."""
    rules = resources.lexicon(language, "stems")
    irregular = rules["irregular"].get(low)
    if irregular is not None:
        return str(irregular)
    for suffix, instead in rules["suffixes"]:
        if low.endswith(suffix) and len(low) - len(suffix) >= rules["shortest"]:
            return _plain(low[: len(low) - len(suffix)] + instead)
    return low


def _plain(rest: str) -> str:
    """Without a doubled last consonant ("stopp") or a silent last letter ("releas-e")."""
    if len(rest) > 3 and rest[-1] == rest[-2] and rest[-1] not in "lsaeiou":
        return rest[:-1]
    return rest[:-1] if len(rest) > 3 and rest[-1] == "e" else rest
