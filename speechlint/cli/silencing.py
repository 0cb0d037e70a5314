"""A run of ``speechlint check`` that silences what it finds, by comments in the drafts."""

from __future__ import annotations

from speechlint.cli.checking import CLEAN, FAILED, CheckOptions
from speechlint.cli.gathering import gather, write_failures
from speechlint.cli.output import terminal_look, write_error
from speechlint.errors import SourceError
from speechlint.fixes import replace_file
from speechlint.fixes.ignores import silence
from speechlint.readers import read_bytes, read_data
from speechlint.runner import CheckedFile, SettingsFinder, compare_files


def run_silencing(options: CheckOptions, finder: SettingsFinder) -> int:
    """Write comments that silence every finding, and answer with the exit code.

    Raises:
        SettingsError: a configuration file or an option is wrong.
        RuleError: a rule of the user's own is wrong.
        SourceError: a path is not there.
    """
    paths = options.paths or (".",)
    look = terminal_look(finder.settings_for(paths[0]).language)
    examinations = gather(
        paths, finder, look, use_results=not options.no_cache, force_exclude=options.force_exclude
    )
    failures = list(examinations.failures)
    silenced = 0
    for file in compare_files(examinations.done, use_results=not options.no_cache):
        failure = _silence(file)
        if failure is None:
            silenced += len(file.diagnostics)
        else:
            failures.append(failure)
    write_error(
        look.say(
            f"{silenced} 处问题加了注释，不再报告", f"{silenced} findings silenced by comments"
        )
    )
    write_failures(failures, look)
    return FAILED if failures else CLEAN


def _silence(file: CheckedFile) -> SourceError | None:
    """Silence what was found in a file, or tell why it could not be done."""
    if not file.diagnostics:
        return None
    try:
        data = read_data(file.path)
        source = read_bytes(file.path, data)
        if source.text != file.source.text:
            return SourceError(
                f"{file.path}: left as it is: somebody has changed it meanwhile",
                f"{file.path}：没有改：检查期间文件被别人改过了",
            )
        replace_file(source, silence(source, file.diagnostics), data)
    except SourceError as failure:
        return failure
    return None
