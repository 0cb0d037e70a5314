"""The entry point: answers as the last run did where nothing has changed, or runs the program."""

from __future__ import annotations

import sys

from speechlint.replay import replay

INTERRUPTED = 130
"""The exit code of a program that its user ended, as shells give it."""


def main() -> None:
    """Run ``speechlint`` with the arguments of the process, and exit."""
    try:
        code = replay(sys.argv[1:])
        if code is None:
            # Only now: it takes ten times as long to load as to see that nothing has changed.
            from speechlint.cli.program import run

            code = run()
    except KeyboardInterrupt:
        code = INTERRUPTED
    sys.exit(code)


if __name__ == "__main__":
    main()
