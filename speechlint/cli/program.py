"""The program: runs the command line and answers with an exit code.

0 is clean, 1 is findings, 2 means that the tool could not do its work.
"""

from __future__ import annotations

import io
import sys

import click

from speechlint.cli.group import speechlint
from speechlint.cli.wording import say, spoken_language
from speechlint.errors import SpeechlintError

_CLEAN = 0
_FAILED = 2


def run() -> int:
    """Run ``speechlint`` with the arguments of the process, and answer with its exit code.

    Raises:
        KeyboardInterrupt: the user ended it.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # What a terminal of another encoding cannot show is spelt out and doesn't end the run.
            stream.reconfigure(errors="backslashreplace")
    try:
        code = speechlint.main(prog_name="speechlint", standalone_mode=False)
    except SpeechlintError as error:
        click.echo(f"speechlint: {error.wording(spoken_language())}", err=True)
        return _FAILED
    except click.ClickException as error:
        from speechlint.cli.refusal import refuse

        click.echo(refuse(error), err=True)
        return _FAILED
    except click.Abort:
        raise KeyboardInterrupt from None
    except Exception:  # noqa: BLE001  a fault of our own must look neither clean nor like a finding
        import traceback

        traceback.print_exc()
        wording = say(
            "speechlint：程序内部出错，没有完成检查",
            "speechlint: internal error, nothing was decided",
        )
        click.echo(wording, err=True)
        return _FAILED
    return code if isinstance(code, int) else _CLEAN
