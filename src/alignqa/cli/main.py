"""The entry point: runs the command, and says in one sentence what went wrong."""

from __future__ import annotations

import atexit
import gc
import os
import sys
from collections.abc import Sequence

import typer

from alignqa.cli.app import app
from alignqa.cli.saying import say
from alignqa.errors import AlignqaError, is_traceback_wanted, own_fault

# A run is short, and what it makes lives to its end: searches for garbage would find none.
gc.set_threshold(50_000, 20, 20)
# Nor would the last ones, when the interpreter ends: a tenth of a short run.
atexit.register(gc.freeze)

# The matrices of a pair are small: threads would wait for one another longer than they work. What
# runs a transformer has threads of its own.
for _library in ("OPENBLAS_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"):
    os.environ.setdefault(_library, "1")

COULD_NOT_JUDGE = 2
INTERRUPTED = 130

# typer brings its own copy of click from some version on, and names only this child of the class
# that every error of usage belongs to.
_UsageError: type[Exception] = typer.BadParameter.__mro__[1]


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs `alignqa` with these arguments (the process's own by default).

    Returns:
        The exit status: 0 if it could do what it was asked, 2 if not, 130 if interrupted.
    """
    try:
        status = typer.main.get_command(app).main(
            args=None if arguments is None else list(arguments),
            prog_name="alignqa",
            standalone_mode=False,
        )
        return status if isinstance(status, int) else 0
    except _UsageError as error:
        return _failed(_usage(error))
    except AlignqaError as error:
        return _failed(str(error))
    except (BrokenPipeError, SystemExit) as end:
        if isinstance(end, SystemExit) and not isinstance(end.__context__, BrokenPipeError):
            raise
        # The reader of a page of help, `head` say, has seen enough; typer would leave with 1, which
        # is the gate's word for failed. Python would complain once more when it closes standard
        # output, so that is pointed elsewhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except (KeyboardInterrupt, typer.Abort):
        return INTERRUPTED
    except Exception as error:
        if is_traceback_wanted():
            raise
        return _failed(own_fault(error))


def _usage(error: Exception) -> str:
    message = str(getattr(error, "format_message", error.__str__)()).rstrip(".")
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "alignqa"
    return (
        f"{message}{'' if message.endswith('?') else ';'} `{command} --help` shows how it is used."
    )


def _failed(message: str) -> int:
    say(f"error: {message}")
    return COULD_NOT_JUDGE
