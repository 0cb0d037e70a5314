"""Everything that the server knows while an editor is connected."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from lsprotocol import types

from speechlint.errors import SettingsError, SpeechlintError
from speechlint.server.actions import Actions
from speechlint.server.analysis import Analysis, Analyst
from speechlint.server.client import Client, read_client
from speechlint.server.crossings import Crossings
from speechlint.server.documents import Documents
from speechlint.server.findings import Findings
from speechlint.server.lines import Unit
from speechlint.server.pages import RulePages
from speechlint.server.preferences import Choices, Preferences, read_preferences
from speechlint.server.workplace import Workplace, path_of


class Session:
    """The state of one connection.

    Attributes:
        documents: the texts that are open.
        crossings: what comparing drafts with one another brought.
        pages: the pages of rules.
        unit: what the columns of positions count.
        asked: how often the editor was asked for settings.
        client: what the editor can do.
        workplace: the folders that are open, and the settings there.
        analyst: analyses texts.
        findings: words what was found.
        actions: offers what can be done about it.
    """

    def __init__(self, complain: Callable[[str], None]) -> None:
        self._complain = complain
        self.documents = Documents()
        self.crossings = Crossings(self.documents)
        self.pages = RulePages()
        self.unit = Unit.UTF_16
        self.asked = 0
        self._given = Preferences()
        self._begin(Client(), Workplace())

    def begin(self, params: types.InitializeParams, unit: Unit) -> None:
        """Take up what an editor says when it connects."""
        client = read_client(params)
        self.unit = unit
        self._begin(client, Workplace(_folders(params), client.language))
        self.prefer(params.initialization_options)

    def analysis(self, uri: str) -> Analysis | None:
        """What is known of an open document; none for one that isn't open."""
        document = self.documents.get(uri)
        return self.analyst.analyse(document) if document else None

    def draft(self, uri: str) -> Analysis | None:
        """The same, only where the document is a draft."""
        analysis = self.analysis(uri)
        return analysis if analysis and analysis.relevant else None

    def prefer(self, value: object) -> bool:
        """Take up settings that the editor tells of by itself; they hold everywhere.

        Returns:
            false where nothing changed, or they are wrong.
        """
        preferences = self._read(value)
        if preferences is None:
            return False
        self._given = preferences
        return self._choose(Choices(preferences))

    def prefer_answers(self, folders: Sequence[Path], answers: Sequence[object]) -> bool:
        """Take up settings that the editor was asked for.

        Where it has none, or wrong ones, those hold that it told of by itself, or that held before.

        Args:
            folders: those that were asked about.
            answers: what holds everywhere, then what holds in each folder.

        Returns:
            false where nothing changed.
        """
        before = self.workplace.choices
        everywhere = self._given
        general, *own = answers
        if general:
            everywhere = self._read(general) or before.everywhere
        by_folder = {
            folder: self._read(answer) or before.of(folder)
            for folder, answer in zip(folders, own, strict=False)
            if answer and answer != general
        }
        return self._choose(Choices(everywhere, by_folder))

    def complain_of(self, error: SpeechlintError) -> None:
        """Show the user an error."""
        self._complain(error.wording(self.workplace.language))

    def forget_settings(self) -> None:
        """Read configuration anew and analyse everything with it."""
        self.workplace.forget()
        self.analyst.forget_all()

    def change_folders(self, event: types.WorkspaceFoldersChangeEvent) -> None:
        """Take up folders that were added, and drop those that were removed."""
        gone = {path_of(folder.uri) for folder in event.removed}
        added = (path_of(folder.uri) for folder in event.added)
        folders = [folder for folder in self.workplace.folders if folder not in gone]
        self.workplace.folders = [*folders, *(folder for folder in added if folder)]
        self.forget_settings()

    def _read(self, value: object) -> Preferences | None:
        """What a value from the editor sets; none where it is wrong, which the user is told."""
        try:
            return read_preferences(value)
        except SettingsError as error:
            self.complain_of(error)
            return None

    def _choose(self, choices: Choices) -> bool:
        if choices == self.workplace.choices:
            return False
        self.workplace.prefer(choices)
        self.analyst.forget_all()
        return True

    def _begin(self, client: Client, workplace: Workplace) -> None:
        self.client = client
        self.workplace = workplace
        self.analyst = Analyst(workplace, self._complain)
        self.findings = Findings(client, self.pages, self.crossings)
        self.actions = Actions(client, self.findings)


def _folders(params: types.InitializeParams) -> list[Path]:
    """The folders that are open.

    Where there are none, some editors still give a root: the user's home.
    """
    folders = params.workspace_folders
    if folders is None:
        uris = [params.root_uri] if params.root_uri else []
    else:
        uris = [folder.uri for folder in folders]
    return [path for path in map(path_of, uris) if path]
