"""When: which date of the line, or of the story so far, belongs to an event; often none does.

Every reading of a date that might be meant is an option; a learned ranking compares them with the option of no date.
"""

from habeas.read.dateclues import features
from habeas.read.dateoptions import NONE, Option, Story, options
from habeas.read.setting import Setting, Spot
from habeas.text.linear import Linear, load

MARGIN = -0.3
"""Added to the log odds of *no date*. On half of the invented reports, not fitted on, dates and their absence are right
as often from -0.6 to -0.3 (0.81), and invented for 16 and 14 of 100 events without one; more of it costs dates."""


def date_of(setting: Setting, spot: Spot, story: Story, model: Linear | None = None) -> Option:
    """The option that the model finds best. `model`: other weights than the shipped ones (for measuring)."""
    found = options(setting, spot, story)
    if len(found) == 1:
        return NONE
    known = model or load(setting.language, "dating")
    scores = [
        float(known.scores(features(setting, spot, option, found))[0]) + (MARGIN if option is NONE else 0.0)
        for option in found
    ]
    return found[max(range(len(found)), key=lambda i: (scores[i], -i))]
