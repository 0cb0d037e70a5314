"""What is known of a text at one version; every feature of the server reads it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from speechlint.diagnostic import Diagnostic
from speechlint.draft import Draft
from speechlint.errors import SpeechlintError
from speechlint.linter import Examined, Linter, make_linter
from speechlint.memory import NO_MEMORY, Memory, VersionMemory
from speechlint.readers import read_text
from speechlint.rulebook import Language
from speechlint.server.documents import OpenDocument
from speechlint.server.relevance import has_structure, is_chinese, may_hold_draft
from speechlint.server.workplace import Workplace, name_of


class Analysis:
    """A text with what the core makes of it, each part worked out when it is asked for."""

    def __init__(
        self,
        document: OpenDocument,
        linter: Linter,
        memory: Memory = NO_MEMORY,
        *,
        excluded: bool = False,
    ) -> None:
        """Take up a text.

        Args:
            document: the text.
            linter: the rules to apply.
            memory: of its earlier versions, where there may be later ones.
            excluded: whether the settings leave it out.
        """
        self.document = document
        self.linter = linter
        self.memory = memory
        self._excluded = excluded

    @property
    def language(self) -> Language:
        """The language of messages."""
        return self.linter.settings.language

    @cached_property
    def draft(self) -> Draft:
        """The text with its outline."""
        source = read_text(name_of(self.document), self.document.text)
        return self.linter.read(source, self.memory)

    @cached_property
    def relevant(self) -> bool:
        """Whether the text is a draft at all; of anything else there is nothing to say."""
        document = self.document
        return (
            not self._excluded
            and may_hold_draft(name_of(document), document.language_id)
            and is_chinese(document.text)
            and has_structure(self.draft.outline)
        )

    @cached_property
    def examined(self) -> Examined:
        """What was found."""
        if not self.relevant:
            return Examined(())
        return self.linter.examine_draft(self.draft, alone=True)

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What there is to say, in the order of the text."""
        return self.examined.diagnostics


class Analyst:
    """Analyses documents, each version once."""

    def __init__(self, workplace: Workplace, complain: Callable[[str], None]) -> None:
        """Take up work.

        Args:
            workplace: tells the settings of a document.
            complain: shows the user what is wrong with the settings.
        """
        self._workplace = workplace
        self._complain = complain
        self._told: set[str] = set()
        self._kept: dict[str, Analysis] = {}

    def analyse(self, document: OpenDocument) -> Analysis:
        """What is known of a document."""
        kept = self._kept.get(document.uri)
        if kept is None or kept.document is not document:
            kept = self._analyse(document, kept.memory if kept else VersionMemory())
            self._kept[document.uri] = kept
        return kept

    def analyse_once(self, document: OpenDocument) -> Analysis:
        """What is known of a document that nobody will ask about again."""
        return self._analyse(document, NO_MEMORY)

    def forget(self, uri: str) -> None:
        """Drop what is known of a document."""
        self._kept.pop(uri, None)

    def forget_all(self) -> None:
        """Analyse everything anew: settings have changed."""
        self._told.clear()
        self._kept.clear()

    def tell(self, error: SpeechlintError) -> None:
        """Complain of the same thing once, until settings change."""
        words = error.wording(self._workplace.language)
        if words not in self._told:
            self._told.add(words)
            self._complain(words)

    def _analyse(self, document: OpenDocument, memory: Memory) -> Analysis:
        try:
            settings = self._workplace.settings_for(document)
            linter = make_linter(settings)
        except SpeechlintError as error:
            self.tell(error)
            return Analysis(document, self._last_linter(document), memory)
        excluded = self._workplace.excludes(document, settings)
        return Analysis(document, linter, memory, excluded=excluded)

    def _last_linter(self, document: OpenDocument) -> Linter:
        """The linter that a document had before its settings broke, or the plain one."""
        kept = self._kept.get(document.uri)
        if kept is not None:
            return kept.linter
        try:
            return make_linter(self._workplace.fallback())
        except SpeechlintError as error:
            self.tell(error)
            return make_linter(self._workplace.plain())
