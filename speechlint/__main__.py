"""The entry point: answers as the last run did where nothing has changed, or runs the program."""

from __future__ import annotations

import os
import sys

from speechlint.replay import replay

INTERRUPTED = 130
"""The exit code of a program that its user ended, as shells give it."""

_OBJECTS_BEFORE_COLLECTING = 50_000
"""As many as loading the program and checking a few pages make."""


def main() -> None:
    """Run ``speechlint`` with the arguments of the process, and exit."""
    try:
        code = replay(sys.argv[1:])
        if code is not None:
            # All is written, and nothing was loaded that wants to be put in order.
            os._exit(code)
        code = _load_and_run()
    except KeyboardInterrupt:
        code = INTERRUPTED
    sys.exit(code)


def _load_and_run() -> int:
    # Only now: it takes ten times as long to load as to see that nothing has changed.
    import gc

    # What is loaded stays, and so does what a draft is made into: nothing to collect so early.
    gc.set_threshold(_OBJECTS_BEFORE_COLLECTING)
    from speechlint.cli.program import run

    code = run()
    # Nor at the end, where Python would look through all of it once more.
    gc.freeze()
    return code


if __name__ == "__main__":
    main()
