"""People over all reports, as `resolve` derives them."""

import msgspec

from habeas.model.vocabulary import Role


class NameForm(msgspec.Struct, frozen=True):
    """One form of a name and the documents it stands in."""

    value: str
    documents: tuple[str, ...]


class RoleIn(msgspec.Struct, frozen=True):
    """The role that a person has in one document."""

    document: str
    role: Role


class Person(msgspec.Struct, frozen=True):
    """One person over all reports. `portraits`: the portraits joined. `because`: why they were, in plain words."""

    id: str
    name: str
    role: Role
    roles: tuple[RoleIn, ...]
    names: tuple[NameForm, ...]
    portraits: tuple[str, ...]
    because: tuple[str, ...] = ()


class Undecided(msgspec.Struct, frozen=True):
    """Two portraits that may or may not be one person; `pro` and `con` say in words what speaks for and against."""

    portraits: tuple[str, str]
    pro: tuple[str, ...]
    con: tuple[str, ...]


class People(msgspec.Struct, frozen=True):
    """What `resolve` gives."""

    persons: tuple[Person, ...] = ()
    undecided: tuple[Undecided, ...] = ()
