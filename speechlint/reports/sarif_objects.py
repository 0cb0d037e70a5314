"""The objects of SARIF 2.1.0 that our report uses, named as the standard names them."""

from __future__ import annotations

import msgspec
from msgspec import field


class Sarif(msgspec.Struct, frozen=True, rename="camel", omit_defaults=True):
    """An object whose defaults the standard shares, so that they need not be written."""


class Message(Sarif, frozen=True):
    """A text."""

    text: str


class Region(Sarif, frozen=True):
    """A range, from 1; its end column is excluded."""

    start_line: int
    start_column: int
    end_line: int
    end_column: int


class ArtifactLocation(Sarif, frozen=True):
    """A file, by a URI."""

    uri: str


class PhysicalLocation(Sarif, frozen=True):
    """A range in a file."""

    artifact_location: ArtifactLocation
    region: Region


class Location(Sarif, frozen=True):
    """A place, with what to know about it."""

    physical_location: PhysicalLocation
    message: Message | None = None


class Content(Sarif, frozen=True):
    """A text to insert."""

    text: str


class Replacement(Sarif, frozen=True):
    """A text in place of a range."""

    deleted_region: Region
    inserted_content: Content


class ArtifactChange(Sarif, frozen=True):
    """The changes of one file."""

    artifact_location: ArtifactLocation
    replacements: tuple[Replacement, ...]


class Fix(Sarif, frozen=True):
    """Changes that mend a finding."""

    artifact_changes: tuple[ArtifactChange, ...]
    description: Message


class Result(Sarif, frozen=True):
    """A finding."""

    rule_id: str
    rule_index: int
    level: str
    message: Message
    locations: tuple[Location, ...]
    partial_fingerprints: dict[str, str]
    related_locations: tuple[Location, ...] = ()
    fixes: tuple[Fix, ...] = ()


class Rule(Sarif, frozen=True):
    """A rule that spoke."""

    id: str
    name: str
    short_description: Message | None = None
    help: Message | None = None
    help_uri: str | None = None


class Driver(Sarif, frozen=True):
    """The tool."""

    name: str
    version: str
    rules: tuple[Rule, ...]


class Tool(Sarif, frozen=True):
    """The tool and its extensions, of which there are none."""

    driver: Driver


class Run(Sarif, frozen=True):
    """One run of the tool."""

    tool: Tool
    results: tuple[Result, ...]
    column_kind: str
    newline_sequences: tuple[str, ...]
    language: str


class Log(Sarif, frozen=True):
    """The document."""

    schema: str = field(name="$schema")
    version: str
    runs: tuple[Run, ...]
