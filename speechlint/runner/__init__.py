"""From paths to checked files."""

from speechlint.runner.checked import CheckedFile
from speechlint.runner.finder import SettingsFinder
from speechlint.runner.run import check_files, check_sources
from speechlint.runner.search import search_drafts

__all__ = ["CheckedFile", "SettingsFinder", "check_files", "check_sources", "search_drafts"]
