"""Which language a text is in."""

from functools import cache
from typing import Any

_LONGEST = 4000
"""Code points of a document's body that are looked at."""
_FEWEST = 3
"""Words: of fewer nothing can be said."""
_SUREST = 0.4
"""Under this probability names and numbers tell more of a text's language than its words do."""
_CANDIDATES = [
    "ar", "az", "be", "bg", "cs", "da", "de", "el", "en", "es", "et", "fa", "fi", "fr", "he", "hr", "hu", "hy", "id",
    "it", "ja", "ka", "kk", "ko", "ky", "lt", "lv", "mk", "mn", "nl", "no", "pl", "ps", "pt", "ro", "ru", "sk", "sl",
    "sq", "sr", "sv", "th", "tr", "ug", "uk", "ur", "vi", "zh",
]  # fmt: skip


def language_of(text: str) -> str | None:
    """ISO 639-1 code of the language that most of the text is in, or None where there are too few words to tell.

    Names of people and places in a few words may point anywhere; such an answer is None too.
    """
    if len(text.split()) < _FEWEST:
        return None
    code, sure = _identifier().classify(text[:_LONGEST])
    return str(code) if sure >= _SUREST else None


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # imported here: start-up counts

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages([code for code in _CANDIDATES if code in identifier.labels])
    return identifier
