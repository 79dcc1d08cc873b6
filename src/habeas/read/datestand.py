"""Where a date stands as seen from the words that tell an event, and what stands between and beside."""

from habeas.read.dateoptions import Option
from habeas.read.setting import Setting, Spot, classes
from habeas.text.dates import DateExpression
from habeas.text.linear import Feature
from habeas.text.segments import Token

_LOUD = 3.0
"""What a feature is worth that is rare and yet certain: the day of a report dates nothing."""
_OPENING = 2
"""A date that starts at this token or before opens its sentence."""


def of_place(setting: Setting, spot: Spot, option: Option) -> list[Feature]:
    """Where the date stands as seen from the trigger, and what stands between."""
    words, kind = classes(setting.language), spot.draft.type
    expression = option.expression
    assert expression is not None
    side, between = spot.gap(expression.start, expression.end)
    tokens = spot.tokens
    lows = [t.low for t in between]
    far = _bucket(len(lows))
    marks = sum(low in ",;:—–()" for low in lows)
    clauses = [low for low in lows if low in words["clause"]]
    dates = sum(_inside(d, spot, expression) for d in spot.line.dates)
    rivals = _rivals(setting, spot, expression)
    nearest = all(_distance(o, spot) >= _distance(expression, spot) for o in spot.line.dates if o.edtf)
    found: list[Feature] = [
        f"side={side}", f"far={side}{far}", f"marks={side}{min(marks, 3)}", f"clauses={side}{min(len(clauses), 3)}",
        f"dates={side}{min(dates, 2)}", f"nearest={nearest}", f"rivals={side}{min(rivals[0], 2)}",
        f"closer={min(rivals[1], 2)}", f"closer={min(rivals[1], 2)}|nearest={nearest}", f"t={kind}|side={side}",
        f"t={kind}|far={side}{far}", f"k={expression.kind}|side={side}|nearest={nearest}",
        f"b={expression.bound}|side={side}|far={far}", f"b={expression.bound}|t={kind}",
        f"far={side}{far}|marks={min(marks, 2)}|rivals={min(rivals[0], 1)}",
    ]  # fmt: skip
    found += [f"between={side}{low}" for low in set(lows) if low in words["clause"] or low in words["speech"]]
    opening = _index(tokens, expression.start) <= _OPENING
    found += [f"shape={shape}|side={side}|nearest={nearest}" for shape in shapes(spot, words)]
    joined = _joined(spot, words)
    found += [f"joined={joined}|open={opening}|side={side}", f"joined={joined}|side={side}|nearest={nearest}"]
    bare = _bare(between)
    found += [
        f"bare={side}{_bucket(bare)}", f"bare={side}{_bucket(bare)}|open={opening}",
        f"dash={min(len(lows) - bare, 1)}|side={side}",
    ]  # fmt: skip
    if opening:
        found.append(f"opens|clauses={min(len(clauses), 2)}")
    found += _beside(spot, expression, side, words)
    return [*found, *_rival_kinds(setting, spot, expression)]


def _beside(spot: Spot, expression: DateExpression, side: int, words: dict[str, frozenset[str]]) -> list[Feature]:
    """The words before and after a date, the verb that it follows and the one that follows it."""
    tokens = spot.tokens
    at = _index(tokens, expression.start)
    opening = at <= _OPENING
    ahead = [t.low for t in tokens[max(0, at - 3) : at]]
    follow = next((t.low for t in tokens if t.start >= expression.end), "$")
    found: list[Feature] = [
        f"open={opening}|side={side}",
        f"prev={ahead[-1] if ahead else '^'}",
        f"next={follow}|side={side}",
    ]
    found.append(f"prev2={' '.join(ahead[-2:])}")
    main = _main(tokens, expression.end, words)
    if main is not None:
        kind = "verb"
        if tokens[main].low in words["speech"]:
            kind = "speech"
        elif spot.first <= main <= spot.last:
            kind = "trigger"
        passed = main < spot.first
        found += [f"main={kind}|side={side}|open={opening}|passed={passed}"]
        found += [f"main={kind}|open={opening}|t={spot.draft.type}"]
        found += [f"main={tokens[main].low}|passed={passed}|open={opening}"]
        if kind == "speech" and passed:
            told = any(t.low in words["that"] for t in tokens[main + 1 : spot.first])
            found += [(f"report|open={opening}", _LOUD)] + [("report|that", _LOUD)] * told
    verb = next((low for low in reversed(ahead) if low in words["speech"]), None)
    if verb and side:
        found += [f"speech={side}", f"speech|{verb}"]
    governor = _governor(tokens, at, words["clause"])
    inside = spot.first <= governor <= spot.last
    found += [f"governor={'trigger' if inside else 'other'}|side={side}"]
    if not inside and governor >= 0 and side > 0:
        found.append(f"governor={tokens[governor].low}")
    return found


def _distance(date: DateExpression, spot: Spot) -> int:
    side, between = spot.gap(date.start, date.end)
    return len(between) if side else 0


def _inside(date: DateExpression, spot: Spot, other: DateExpression) -> bool:
    """Between the trigger and another date."""
    side, _ = spot.gap(other.start, other.end)
    start, end = spot.tokens[spot.first].start, spot.tokens[spot.last].end
    if side > 0:
        return end <= date.start and date.end <= other.start
    return side < 0 and other.end <= date.start and date.end <= start


def _rivals(setting: Setting, spot: Spot, expression: DateExpression) -> tuple[int, int]:
    """How many other triggers of the line stand between, and how many are nearer to the date."""
    side, between = spot.gap(expression.start, expression.end)
    here = len(between)
    inside = closer = 0
    for other in setting.beside(spot):
        if other.first == spot.first and other.last == spot.last:
            continue
        way, words = other.gap(expression.start, expression.end)
        closer += len(words) < here
        between_them = spot.last < other.first if side > 0 else other.last < spot.first
        inside += way == side and between_them and len(words) < here
    return inside, closer


def _rival_kinds(setting: Setting, spot: Spot, expression: DateExpression) -> list[Feature]:
    """What kinds of event in the line stand nearer to a date than this one, or share its words."""
    here = _distance(expression, spot)
    found: list[Feature] = []
    for other in setting.beside(spot):
        same = other.draft.portrait == spot.draft.portrait
        if other.first <= spot.last and spot.first <= other.last:
            found.append(f"shares={other.draft.type}>{spot.draft.type}|{same}")
        elif _distance(expression, other) < here:
            found.append(f"nearer={other.draft.type}>{spot.draft.type}|{same}")
    return found


def _main(tokens: tuple[Token, ...], end: int, words: dict[str, frozenset[str]]) -> int | None:
    """The first verb, as far as its form shows, after a date: a verb of saying, a past form, or one after "was".

    What stands between two dashes is passed over.
    """
    dashes = [i for i, t in enumerate(tokens) if t.word in "—–" and t.start >= end]
    for index, token in enumerate(tokens):
        if token.start < end or (len(dashes) > 1 and dashes[0] < index < dashes[1]):
            continue
        if token.low in words["speech"] or (token.low.endswith("ed") and len(token.low) > 4):
            return index
        if token.low in words["be"]:
            return min(index + 1, len(tokens) - 1)
    return None


def _joined(spot: Spot, words: dict[str, frozenset[str]]) -> str:
    """Whether "and" joins the trigger to what was said before: with a subject of its own or without."""
    for back in range(1, 4):
        index = spot.first - back
        if index < 0 or spot.tokens[index].word in ",;:":
            return "no"
        token = spot.tokens[index]
        if token.low in words["joins"]:
            between = spot.tokens[index + 1 : spot.first + 1]
            return "subject" if any(t.word[0].isupper() or t.low in words["subjects"] for t in between) else "bare"
    return "no"


def _bare(between: tuple[Token, ...]) -> int:
    """How many tokens stand between, those within a pair of dashes or brackets left out."""
    count, inside = 0, False
    dashes = sum(t.word in "—–" for t in between) > 1
    for token in between:
        if token.word in "()" or (dashes and token.word in "—–"):
            inside = not inside
        elif not inside:
            count += 1
    return count


def _bucket(count: int) -> str:
    return next((str(least) for least in (16, 10, 6, 4, 3, 2, 1) if count >= least), "0")


def _index(tokens: tuple[Token, ...], start: int) -> int:
    return next((i for i, t in enumerate(tokens) if t.end > start), len(tokens) - 1)


def _governor(tokens: tuple[Token, ...], at: int, clause: frozenset[str]) -> int:
    """The nearest word before a date that looks like a verb of its clause: a past form; -1 where there is none."""
    for index in range(at - 1, -1, -1):
        low = tokens[index].low
        if low in clause and index < at - 1:
            return -1
        if low.endswith("ed") and len(low) > 4:
            return index
    return -1


def shapes(spot: Spot, words: dict[str, frozenset[str]]) -> list[str]:
    """The ending of the trigger's words with the class of the word before each: "was arrested", "his arrest"."""
    found = []
    for index in range(spot.first, min(spot.last, spot.first + 5) + 1):
        word = spot.tokens[index]
        before = spot.tokens[index - 1] if index else None
        kind = (
            "^"
            if before is None
            else next((n for n in ("possessive", "be", "negation", "clause", "speech") if before.low in words[n]), "")
        )
        if before is not None and not kind:
            kind = "Name" if before.word[0].isupper() else before.low if len(before.low) < 4 else before.low[-2:]
        found.append(f"{kind}_{word.low[-3:]}")
    return found
