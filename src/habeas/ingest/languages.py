"""Which language a text is in."""

from functools import cache
from typing import Any

_LONGEST = 4000
"""Code points of a document's body that are looked at."""
_FEWEST = 3
"""Words: of fewer nothing can be said."""
_CANDIDATES = [
    "ar", "az", "be", "bg", "cs", "da", "de", "el", "en", "es", "et", "fa", "fi", "fr", "he", "hr", "hu", "hy", "id",
    "it", "ja", "ka", "kk", "ko", "ky", "lt", "lv", "mk", "mn", "nl", "no", "pl", "ps", "pt", "ro", "ru", "sk", "sl",
    "sq", "sr", "sv", "th", "tr", "ug", "uk", "ur", "vi", "zh",
]  # fmt: skip


def language_of(text: str) -> str | None:
    """ISO 639-1 code of the language that most of the text is in, or None where there are too few words to tell."""
    if len(text.split()) < _FEWEST:
        return None
    code, _ = _identifier().classify(text[:_LONGEST])
    return str(code)


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # imported here: start-up counts

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages([code for code in _CANDIDATES if code in identifier.labels])
    return identifier
