"""From paths to checked files."""

from speechlint.runner.checked import CheckedFile
from speechlint.runner.comparing import compare_files
from speechlint.runner.examination import Examination, Examinations, examine_source
from speechlint.runner.finder import SettingsFinder
from speechlint.runner.run import Progress, examine_files
from speechlint.runner.search import search_drafts

__all__ = [
    "CheckedFile",
    "Examination",
    "Examinations",
    "Progress",
    "SettingsFinder",
    "compare_files",
    "examine_files",
    "examine_source",
    "search_drafts",
]
