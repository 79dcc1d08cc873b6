"""A Result whose every text tries to be more than text."""

from typing import Any

from habeas.model.cases import Case, Conflict, Corroboration, Side
from habeas.model.documents import Problem, Reliance
from habeas.model.findings import Finding, Judged, Stage
from habeas.model.people import People
from habeas.model.result import Result
from tests.publish.drafting import Draft, people

SCRIPT = "<script>alert(1)</script>"
NASTY = f"""{SCRIPT}"><img src=x onerror=alert(2)> ]]> --> </style></title></svg>"""
LONG = "Donaudampfschifffahrt" * 30
TEXT = f"""{NASTY}

{SCRIPT} was \u202eextradited\u202c on 1 May; \u0000 \u0007 {{{{ 7 * 7 }}}} {{% raw %}} &amp; &lt; {LONG}
\ufeffHe said: "' onmouseover='alert(3)" and \u2066went\u2069 away \U0001f600 ﷽ עברית العربية.
"""


def result() -> Result:
    draft = Draft()
    document = draft.document(
        f"{NASTY}.html",
        TEXT,
        copies=(f"../{NASTY}",),
        title=NASTY,
        publisher=f"{LONG}{NASTY}",
        published="2026-05-01",
        url="javascript:alert(4)",
        relies_on=(Reliance(NASTY), Reliance(LONG)),
    )
    person = "../../p\u202e<b>"
    draft.mention(document, person, SCRIPT)
    event = draft.event(
        person,
        "removed",
        [
            {
                "document": document,
                "quote": f"{SCRIPT} was \u202eextradited\u202c on 1 May; \u0000 \u0007 {{{{ 7 * 7 }}}}",
                "trigger": "extradited",
                "attributed_to": NASTY,
            },
            {"document": document, "quote": "on 1 May; \u0000 \u0007 {{ 7 * 7 }} {% raw %}", "trigger": "7 * 7"},
        ],
        date="2026-05-01",
        by=NASTY,
        attrs={"sentence": NASTY, "<i>": "\u202e"},
    )
    roles: dict[str, Any] = {person: "subject"}
    readings = draft.readings(roles)
    claims = draft.events[0].claims
    conflict = Conflict(
        '"><x', person, event, NASTY, "contradiction", (Side(NASTY, claims[:1]), Side(LONG, claims[1:])), NASTY
    )
    finding = Finding("r", "protection", NASTY, "holds", NASTY, NASTY, "high", "extradition", claims, (NASTY,))
    return Result(
        as_of="2026-05-02",
        documents=tuple(draft.documents),
        readings=readings,
        people=People(people(readings, {person: NASTY}, roles)),
        corroboration=Corroboration(tuple(draft.events), (conflict,), (Case(person, tuple(draft.events)),)),
        judged=(Judged(person, (Stage("extradition", "surrendered", claims),), (finding,)),),
        problems=(Problem(NASTY, NASTY, LONG),),
    )
