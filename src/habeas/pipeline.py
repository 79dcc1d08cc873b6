"""The corridor: ingest → read → resolve → corroborate → procedure → publish, once, in this order."""

import os
import signal
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import AbstractContextManager, nullcontext
from multiprocessing import get_context
from pathlib import Path

import msgspec

from habeas import resources
from habeas.corroborate.corroborate import corroborate
from habeas.errors import UsageError
from habeas.ingest import door
from habeas.model.documents import Document, Problem
from habeas.model.readings import Reading
from habeas.model.result import Ingredient, Result
from habeas.procedure.judge import judge
from habeas.procedure.packs import load
from habeas.publish.site import render
from habeas.publish.wording import phrase
from habeas.read import reader
from habeas.resolve.people import resolve
from habeas.store.staging import Staging

Show = Callable[[str, int, int], None]
"""Told of progress: what is being done, how many of how many."""

WORTH_A_POOL = 40
"""Documents from which on a second process earns the second that it takes to start."""


class Options(msgspec.Struct, frozen=True):
    """`as_of`: ISO 8601 day on which the law is applied. `jobs`: processes that read; 0: one a core."""

    as_of: str
    jobs: int = 0


def run(reports: Path, out: Path, options: Options, show: Show = lambda *_: None) -> Result:
    """Read the folder `reports`, write `out`, and return what was found; UsageError where nothing can be done."""
    if Path(os.path.realpath(reports)) in Path(os.path.realpath(out)).parents:
        raise UsageError(
            f"{out} lies in {reports}, where the next run would take it for reports", "Choose an --out beside them"
        )
    staging = Staging.open(out)
    result = find(reports, staging, options, show)
    staging.publish(_shown(render(result), show))
    return result


def find(reports: Path, staging: Staging, options: Options, show: Show) -> Result:
    """Everything that a folder of reports tells, without writing it."""
    folder = door.gather(reports, _opened(reports, show))
    documents, foreign = _readable(folder.documents)
    problems = tuple(sorted((*folder.problems, *foreign), key=lambda p: (p.file, p.what)))
    if not documents:
        raise UsageError(*_nothing(reports, problems))
    readings = tuple(_readings(documents, staging, options.jobs, show))
    people = resolve(readings, documents)
    corroboration = corroborate(documents, people, readings)
    packs = load()
    judged = tuple(judge(case, packs, options.as_of) for case in corroboration.cases)
    return Result(
        as_of=options.as_of,
        documents=folder.documents,
        readings=readings,
        people=people,
        corroboration=corroboration,
        judged=judged,
        problems=problems,
        inputs=_inputs(folder.documents),
        packs=tuple(Ingredient(name, digest) for name, digest in resources.digests("packs")),
        weights=tuple(Ingredient(name, digest) for name, digest in resources.digests("weights")),
    )


def _opened(reports: Path, show: Show) -> Iterator[door.Opened]:
    files = door.files(reports)
    for done, path in enumerate(files, 1):
        show("Opening reports", done, len(files))
        yield door.open_file(path, reports)


def _inputs(documents: tuple[Document, ...]) -> tuple[Ingredient, ...]:
    """Every file that was read, its second copies too, with the hash of its bytes."""
    return tuple(
        Ingredient(file, digest)
        for d in documents
        for file, digest in zip((d.file, *d.copies), (d.id, *d.copy_ids), strict=True)
    )


def _readable(documents: Iterable[Document]) -> tuple[tuple[Document, ...], tuple[Problem, ...]]:
    """The documents in a language that habeas reads, and a Problem for each other one."""
    known = resources.languages()
    names = " and ".join(phrase("languages", code) for code in known)
    readable, foreign = [], []
    for document in documents:
        if document.language in known:
            readable.append(document)
        else:
            language = phrase("languages", document.language) if document.language else "not recognised"
            foreign.append(
                Problem(
                    document.file,
                    f"{document.file} is in a language that habeas does not read yet ({language})",
                    f"habeas reads {names}. Read this report yourself; nothing of it is in the case files",
                )
            )
    return tuple(readable), tuple(foreign)


def _nothing(reports: Path, problems: tuple[Problem, ...]) -> tuple[str, str]:
    if not problems:
        return f"{reports} holds no report", "Put text, Markdown, HTML or PDF files in it"
    listed = "; ".join(f"{p.what}. {p.advice}" for p in problems[:5])
    more = f"; and {len(problems) - 5} more" if len(problems) > 5 else ""
    return f"{reports} holds no report that can be read ({listed}{more})", ""


def _readings(documents: tuple[Document, ...], staging: Staging, jobs: int, show: Show) -> Iterator[Reading]:
    keys = [f"{document.id} {document.published} {reader.version(document.language or '')}" for document in documents]
    kept = [staging.recall(key) for key in keys]
    new = [document for document, reading in zip(documents, kept, strict=True) if reading is None]
    workers = min(jobs or os.cpu_count() or 1, len(new))
    with _pool(workers if len(new) >= WORTH_A_POOL else 1) as pool:
        fresh = iter(pool.map(reader.read, new, chunksize=8) if pool else map(reader.read, new))
        for done, (key, reading) in enumerate(zip(keys, kept, strict=True), 1):
            if reading is None:
                reading = next(fresh)
                staging.keep(key, reading)
            show("Reading", done, len(documents))
            yield reading


def _pool(workers: int) -> AbstractContextManager[ProcessPoolExecutor | None]:
    if workers < 2:
        return nullcontext()
    return ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_quiet)


def _quiet() -> None:
    """Ctrl-C is the parent's to handle."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _shown(files: Iterable[tuple[str, bytes]], show: Show) -> Iterator[tuple[str, bytes]]:
    for done, file in enumerate(files, 1):
        show("Writing pages", done, 0)
        yield file
