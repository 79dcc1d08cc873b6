"""What can go wrong, said to the user: what, where, what to do."""


class HabeasError(Exception):
    """A failure the user can act on. `what` names it and its place; `advice` says what to do about it."""

    def __init__(self, what: str, advice: str = "") -> None:
        super().__init__(f"{what}. {advice}".strip() if advice else what)
        self.what = what
        self.advice = advice


class UsageError(HabeasError):
    """Nothing was done: no such folder, nothing to read, an OUT that is not ours."""


class DataError(HabeasError):
    """A data file of habeas or of the user (pack, lexicon, weights) does not say what it must; names file and key."""


class QuoteError(HabeasError):
    """A quote that is not what its text says at that place."""
