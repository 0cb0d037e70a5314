"""``speechlint clean``: empty the cache."""

from __future__ import annotations

import click

from speechlint.cli.options import Options, configuration_options
from speechlint.cli.output import write_text
from speechlint.cli.wording import say


@click.command(
    "clean", help=say("清空缓存；下次检查会慢一点。", "Empty the cache; the next run takes longer.")
)
@configuration_options
def command(**values: object) -> None:
    """Empty the cache."""
    import msgspec

    from speechlint.cache import cache_folder, empty_cache
    from speechlint.runner.results import results_folder

    settings = msgspec.convert(values, Options).finder().settings_for(".")
    for folder in {results_folder(settings).parent, cache_folder()}:
        empty_cache(folder)
        write_text([say(f"已清空 {folder}", f"emptied {folder}")])
