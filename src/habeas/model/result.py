"""All that one run found, as the pipeline hands it to `publish`."""

import msgspec

from habeas.model.cases import Corroboration
from habeas.model.documents import Document, Problem
from habeas.model.findings import Judged
from habeas.model.people import People
from habeas.model.readings import Reading


class Ingredient(msgspec.Struct, frozen=True):
    """Something that went into a run: an input file, a pack or weights. `name`: path within its folder, with /.

    `sha256`: hex digest of its bytes.
    """

    name: str
    sha256: str


class Result(msgspec.Struct, frozen=True):
    """One run. `as_of`: ISO day. `inputs`: every file looked at, `packs` and `weights`: all the data that decided."""

    as_of: str
    documents: tuple[Document, ...] = ()
    readings: tuple[Reading, ...] = ()
    people: People = People()
    corroboration: Corroboration = Corroboration()
    judged: tuple[Judged, ...] = ()
    problems: tuple[Problem, ...] = ()
    inputs: tuple[Ingredient, ...] = ()
    packs: tuple[Ingredient, ...] = ()
    weights: tuple[Ingredient, ...] = ()
