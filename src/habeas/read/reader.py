"""The reader of one document: who is named, what is told of them, and by which words."""

from functools import cache
from hashlib import sha256

from habeas import __version__, resources
from habeas.model.documents import LONGEST_QUOTE, Document, Quote, cut
from habeas.model.readings import Claim, Reading, Words
from habeas.read.encoder import look
from habeas.read.events import decide
from habeas.read.lines import lines
from habeas.read.people import find_people
from habeas.read.prepare import prepare
from habeas.read.scene import Draft, Line, Scene
from habeas.read.service import served
from habeas.read.telling import Told, tell


def read(document: Document) -> Reading:
    """All that is told in a document whose language habeas reads. The same document gives the same reading."""
    language = document.language or ""
    reader = version(language)
    people = find_people(document, lines(document, language))
    scene = look(prepare(document, people))
    told = tell(scene, decide(scene))
    claims = [_claim(scene, one, reader) for one in (*told, *served(scene, told))]
    order = sorted(
        {claim.id: claim for claim in claims}.values(), key=lambda c: (c.quote.start, c.portrait, c.type, c.id)
    )
    return Reading(document.id, reader, scene.portraits, people.mentions, tuple(order))


@cache
def version(language: str) -> str:
    """Name and version of the reader: of the program and of the data that it reads by."""
    digest = sha256()
    for folder in ("lexicons", "weights"):
        for name, found in resources.digests(f"{folder}/{language}"):
            digest.update(f"{name} {found}\n".encode())
    return f"habeas {__version__} {language} {digest.hexdigest()[:8]}"


def _claim(scene: Scene, told: Told, reader: str) -> Claim:
    draft = told.draft
    line = scene.lines[draft.line]
    words = (Words("type", draft.start, draft.end), *told.words)
    quote = _quote(scene.document.text, line, words)
    return Claim(
        id=_identity(scene.document, draft, quote),
        document=scene.document.id,
        portrait=draft.portrait,
        type=draft.type,
        track=told.track,
        zone=line.zone,
        quote=quote,
        date=told.date,
        place=told.place,
        by=told.by,
        modality=told.modality,
        attributed_to=told.attributed_to,
        attrs=told.attrs,
        words=words,
        confidence=round(draft.confidence, 2),
        reader=reader,
    )


def _identity(document: Document, draft: Draft, quote: Quote) -> str:
    """A claim is known by its document, its person, its type and the words that tell it."""
    parts = (document.id, draft.portrait, draft.type, str(quote.start), str(draft.start), str(draft.end))
    return sha256("\x1f".join(parts).encode()).hexdigest()[:16]


def _quote(text: str, line: Line, words: tuple[Words, ...]) -> Quote:
    """The sentence; of one longer than a quote may be, the stretch around the trigger that holds most of the words."""
    sentence = line.sentence
    whole = cut(text, sentence.start, sentence.end)
    if len(whole.exact.split()) <= LONGEST_QUOTE:
        return whole
    tokens = [t for t in sentence.tokens if t.end > sentence.start]
    trigger = next((i for i, t in enumerate(tokens) if t.end > words[0].start), 0)
    first = max(0, min(trigger - LONGEST_QUOTE // 2, len(tokens) - LONGEST_QUOTE))
    last = min(first + LONGEST_QUOTE, len(tokens)) - 1
    return cut(text, tokens[first].start, tokens[last].end)
