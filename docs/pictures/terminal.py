"""Runs a program in a real terminal and keeps what it shows as HTML."""

from __future__ import annotations

import codecs
import fcntl
import html
import os
import pty
import struct
import subprocess
import termios
from collections.abc import Callable, Sequence

import pyte

#: Of a common dark terminal.
COLOURS = {
    "black": "#3b4252", "red": "#e0707a", "green": "#9ccc84", "brown": "#e6c07b", "blue": "#7aa9e0",
    "magenta": "#c88fd0", "cyan": "#7fc8c8", "white": "#d8dee9",
    "brightblack": "#7b8394", "brightred": "#f0828c", "brightgreen": "#b0e09a", "brightbrown": "#f2d58f",
    "brightblue": "#93c0f2", "brightmagenta": "#dca6e4", "brightcyan": "#95dede", "brightwhite": "#ffffff",
    "default": "#d8dee9",
}  # fmt: skip
BACKGROUND = "#1f2430"


class Terminal:
    """A screen with a program on it."""

    def __init__(self, columns: int = 100, lines: int = 24) -> None:
        self.screen = pyte.Screen(columns, lines)
        self._stream = pyte.Stream(self.screen)

    def run(
        self, command: Sequence[str], environment: dict[str, str], until: Callable[[str], bool] | None = None
    ) -> int | None:
        """Runs a program to its end, or until the screen shows something: then it is left as it is, for a picture.

        :returns: the exit code; None when it was left
        """
        ours, theirs = pty.openpty()
        size = struct.pack("4H", self.screen.lines, self.screen.columns, 0, 0)
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, size)
        program = subprocess.Popen(
            command, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True,
            env={**environment, "TERM": "xterm-256color", "COLORTERM": "truecolor"},
        )  # fmt: skip
        os.close(theirs)
        text = codecs.getincrementaldecoder("utf-8")()
        try:
            while part := os.read(ours, 65536):
                self._stream.feed(text.decode(part))
                if until is not None and until("\n".join(self.screen.display)):
                    program.kill()
                    program.wait()
                    return None
        except OSError:
            pass  # The end of a terminal.
        finally:
            os.close(ours)
        return program.wait()

    def type(self, line: str) -> None:
        """Shows a command as if somebody had typed it."""
        self._stream.feed(f"\x1b[1;32m$\x1b[0m {line}\r\n")

    def html(self) -> str:
        """What is on the screen, without the empty lines at its end."""
        rows = [self._row(number) for number in range(self.screen.lines)]
        while rows and not rows[-1].strip():
            rows.pop()
        style = (
            f"background:{BACKGROUND};color:{COLOURS['default']};padding:18px 22px;margin:0;display:inline-block;"
            "font:15px/1.4 'DejaVu Sans Mono',monospace;border-radius:8px"
        )
        return f'<body style="margin:0"><pre id="picture" style="{style}">' + "\n".join(rows) + "</pre></body>"

    def _row(self, number: int) -> str:
        row, spans, last = self.screen.buffer[number], [], None
        for column in range(self.screen.columns):
            cell = row[column]
            look = (cell.fg, cell.bg, cell.bold)
            if look != last:
                spans.append((look, ""))
                last = look
            spans[-1] = (look, spans[-1][1] + cell.data)
        if spans and spans[-1][0][1] == "default":
            spans[-1] = (spans[-1][0], spans[-1][1].rstrip())
        return "".join(self._span(look, text) for look, text in spans)

    @staticmethod
    def _span(look: tuple[str, str, bool], text: str) -> str:
        front, back, bold = look
        style = f"color:{COLOURS.get(front, '#' + front)}"
        style += "" if back == "default" else f";background:{COLOURS.get(back, '#' + back)}"
        style += ";font-weight:bold" if bold else ""
        return f'<span style="{style}">{html.escape(text)}</span>' if text else ""
