"""Which documents are independent of each other: those that rest on one source count once."""

from collections.abc import Iterable

from habeas.model.documents import Document


class Sources:
    """Documents grouped by what they rest on."""

    def __init__(self, documents: Iterable[Document]) -> None:
        """Copies are one Document already (`copies`); reliance joins a document to its source and to others of it."""
        ordered = sorted(documents, key=lambda document: document.id)
        self.documents = {document.id: document for document in ordered}
        self._group = {document.id: document.id for document in ordered}
        self._machine = {document.id for document in ordered if document.machine_generated}
        upstream: dict[str, str] = {}
        for document in ordered:
            for reliance in document.relies_on:
                name = " ".join(reliance.name.casefold().split())
                for other in (reliance.document, upstream.get(name)):
                    if other in self._group:
                        self._join(document.id, other)
                if name:
                    upstream.setdefault(name, document.id)

    def independent(self, documents: Iterable[str]) -> int:
        """How many sources independent of each other these documents (ids) are: what a machine wrote never adds one."""
        told = set(documents)
        written = {self.group(document) for document in told if document not in self._machine}
        return max(1, len(written))

    def group(self, document: str) -> str:
        """The id that stands for all documents which rest on each other."""
        return self._group.get(document, document)

    def is_machine(self, document: str) -> bool:
        """Whether a machine wrote it."""
        return document in self._machine

    def _join(self, one: str, other: str) -> None:
        kept, gone = sorted((self._group[one], self._group[other]))
        self._group = {document: kept if group == gone else group for document, group in self._group.items()}
