"""How well dates are read: for each dated event of the gold, whether its sentence holds an expression of that date.

    python -m train.dates en [dev seeds …]

Prints per set the events counted, the share with such an expression in the same sentence, in it or a neighbour, and
anywhere in the document; expressions a document; and code points read in a second of processor time.
"""

import sys
import time

from habeas.text import edtf
from habeas.text.dates import DateExpression, find_dates
from habeas.text.segments import Sentence, sentences
from habeas.text.story import resolve_in_order
from train.corpus import Annotated, load, place_of

Dates = tuple[DateExpression, ...]


def measure(name: str) -> str:
    """The figures of one set of annotated documents, as a line of text."""
    events, hits, count, length, seconds = 0, [0, 0, 0], 0, 0, 0.0
    documents = load(name)
    for annotated in documents:
        before = time.process_time()
        lines, dates = read(annotated)
        seconds += time.process_time() - before
        length += len(annotated.document.text)
        count += sum(map(len, dates))
        for index, date in dated(annotated, lines):
            events += 1
            near = [tells(line, date) for line in dates[max(0, index - 1) : index + 2]]
            found = (tells(dates[index], date), any(near), any(tells(line, date) for line in dates))
            hits = [hit + new for hit, new in zip(hits, found, strict=True)]
    same, beside, anywhere = (hit / events for hit in hits)
    return (
        f"{name}: {events} dated events, in the sentence {same:.3f}, or beside {beside:.3f}, anywhere {anywhere:.3f}; "
        f"{count / len(documents):.1f} expressions a document, {length / seconds:,.0f} code points a second"
    )


def read(annotated: Annotated) -> tuple[list[Sentence], tuple[Dates, ...]]:
    """The sentences of a document and the dates in each."""
    document = annotated.document
    lines = [s for p in document.passages for s in sentences(document.text, p.start, p.end, "en")]
    found = [find_dates(document.text, line.start, line.end, document.published, "en") for line in lines]
    return lines, resolve_in_order(found, document.published)


def dated(annotated: Annotated, lines: list[Sentence]) -> list[tuple[int, str]]:
    """The line and the date of each gold event that has both."""
    events = []
    for event in annotated.gold["events"]:
        place = place_of(event["find"], annotated.document.text) if event.get("find") and event.get("date") else None
        events += [(i, event["date"]) for i, line in enumerate(lines) if place and line.start <= place[0] < line.end]
    return events


def tells(line: Dates, date: str) -> bool:
    """Whether a date of the line is that of the gold, by either reading of a day without a year."""
    return any(same(said, date) for expression in line for said in (expression.edtf, expression.forward))


def same(system: str | None, gold: str) -> bool:
    """As the scorer has it: a day must be that day; spans overlap, with lengths within a factor of two."""
    if edtf.bounds(system) == edtf.bounds(gold):
        return True
    a, b = edtf.days(system), edtf.days(gold)
    return a is not None and b is not None and b > 1 and edtf.overlaps(system, gold) and max(a, b) <= 2 * min(a, b)


if __name__ == "__main__":
    for chosen in sys.argv[1:] or ["en"]:
        print(measure(chosen))
