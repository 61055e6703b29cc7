"""`--format`: the output of a name."""

from __future__ import annotations

import difflib

from alignqa.errors import SettingsError
from alignqa.render import Output, all_outputs


def output_named(name: str) -> Output:
    """The output that `--format NAME` asks for.

    Raises:
        SettingsError: if there is none, naming the nearest one.
    """
    outputs = all_outputs()
    if name in outputs:
        return outputs[name]
    near = difflib.get_close_matches(name.casefold(), outputs, n=1)
    hint = f"; did you mean {near[0]}?" if near else "."
    raise SettingsError(f"No format is called “{name}”{hint} There are {', '.join(outputs)}.")
