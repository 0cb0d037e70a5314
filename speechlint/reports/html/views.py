"""What the page shows, ready for the template: no offsets left, only lines and texts."""

from __future__ import annotations

import msgspec


class Related(msgspec.Struct, frozen=True):
    """Another place that a note is about."""

    line: int
    message: str


class Note(msgspec.Struct, frozen=True):
    """A finding.

    Attributes:
        number: from 1, over all files of the page.
        severity: error, warning or info.
        severity_name: the same for a reader.
        line: where it begins.
        fixable: whether the command can mend it.
    """

    number: int
    severity: str
    severity_name: str
    code: str
    message: str
    line: int
    related: tuple[Related, ...]
    fixable: bool


class NoteGroup(msgspec.Struct, frozen=True):
    """Notes that are told together: of one rule in one section, or alike in one line.

    Attributes:
        first: whose words stand for all.
        numbers: of all, the first included.
        alike: whether all say the same.
    """

    first: Note
    numbers: tuple[int, ...]
    alike: bool


class Piece(msgspec.Struct, frozen=True):
    """A stretch of a line that the same notes are about.

    Attributes:
        notes: their numbers, parted by blanks; empty where there are none.
        severity: the gravest of them.
        label: the numbers of those that begin here.
        markup: whether it is signs of Markdown, which nobody reads aloud.
    """

    text: str
    notes: str = ""
    severity: str = ""
    label: str = ""
    markup: bool = False


class Line(msgspec.Struct, frozen=True):
    """A line of the draft that is not blank, with the notes that begin in it.

    Attributes:
        role: title, heading, note, markup where there is nothing to read, or nothing.
    """

    number: int
    role: str
    pieces: tuple[Piece, ...]
    notes: tuple[NoteGroup, ...]


class Node(msgspec.Struct, frozen=True):
    """A section in the tree of the outline.

    Attributes:
        width: of its bar, in percent of the longest section of the document.
        share: of the document, in percent.
    """

    name: str
    line: int
    spoken: int
    time: str
    share: int
    width: int
    inline: bool
    notes: tuple[NoteGroup, ...]
    nodes: tuple[Node, ...]


class Promise(msgspec.Struct, frozen=True):
    """A number that the draft announces, and how many it delivers."""

    phrase: str
    line: int
    announced: int
    delivered: int


class DocumentView(msgspec.Struct, frozen=True):
    """One document of a file."""

    name: str
    genre: str
    characters: int
    time: str
    sentence: str
    four_character: str
    nodes: tuple[Node, ...]
    promises: tuple[Promise, ...]


class Tally(msgspec.Struct, frozen=True):
    """How many notes there are of each severity."""

    error: int
    warning: int
    info: int

    @property
    def total(self) -> int:
        """All of them."""
        return self.error + self.warning + self.info


class FileView(msgspec.Struct, frozen=True):
    """A file."""

    number: int
    path: str
    tally: Tally
    documents: tuple[DocumentView, ...]
    lines: tuple[Line, ...]


class RuleView(msgspec.Struct, frozen=True):
    """A rule that has spoken.

    Attributes:
        said: what it said first; a Chinese reader knows it by that, as its name is English.
    """

    code: str
    name: str
    severity: str
    said: str
    count: int
    explanation: tuple[str, ...]


class Page(msgspec.Struct, frozen=True):
    """The whole page."""

    tally: Tally
    files: tuple[FileView, ...]
    rules: tuple[RuleView, ...]
    version: str
