"""Shows how waits go: ``progress=True``. With rich or tqdm in a terminal or a notebook, in plain lines anywhere else.

All of it goes to the standard error. It never decides about a wait: what cannot be shown is not shown.
"""

from __future__ import annotations

import contextlib
import importlib
import importlib.util
import sys
from typing import Any

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from ._native import Progress, Run


class Display:
    """Shows the waits of one call. ``one`` and ``many`` are the callbacks of ``wait`` and ``wait_all``."""

    def __init__(self, titles: Sequence[str]) -> None:
        self._titles = titles
        self._view: _Lines | _Rich | _Tqdm | None = None

    @staticmethod
    @contextlib.contextmanager
    def of(progress: Any, jobs: Sequence[Any]) -> Iterator[Callable[..., object] | None]:
        """What to call for the parameter ``progress`` of one wait."""
        if progress is not True:
            yield progress or None
            return
        display = Display([getattr(job, "name", "") or getattr(job, "id", job) for job in jobs])
        try:
            yield display.one
        finally:
            display.close()

    def one(self, progress: Progress) -> None:
        """Takes in the progress of the only wait."""
        self.many(0, progress)

    def many(self, index: int, progress: Progress) -> None:
        """Takes in the progress of the wait with that index."""
        with self._harmless():
            if self._view is None:
                self._view = _view()
            self._view.show(index, _printable(self._titles[index]), progress)

    def close(self) -> None:
        """Leaves the last state on the screen."""
        with self._harmless():
            if self._view is not None:
                self._view.close()

    @contextlib.contextmanager
    def _harmless(self) -> Iterator[None]:
        try:
            yield
        except Exception:
            # The wait goes on; nobody sees how.
            view, self._view = self._view, _Nothing()
            if view is not None:
                with contextlib.suppress(Exception):
                    view.close()


def _view() -> _Lines | _Rich | _Tqdm:
    """The best view that there is here."""
    if sys.stderr is None:
        return _Nothing()
    notebook = _in_notebook()
    # Both draw in a notebook with widgets; without them only tqdm does, as text.
    widgets = _is_there("ipywidgets")
    if notebook or sys.stderr.isatty():
        if _is_there("rich") and (widgets or not notebook):
            return _Rich()
        if _is_there("tqdm"):
            return _Tqdm(notebook and widgets)
    return _Lines()


def _is_there(name: str) -> bool:
    try:
        return importlib.util.find_spec(name) is not None
    except (ImportError, ValueError):
        return False


def _in_notebook() -> bool:
    # Not imported: without IPython there is no notebook.
    ipython = sys.modules.get("IPython")
    shell = None if ipython is None else ipython.get_ipython()
    return type(shell).__name__ == "ZMQInteractiveShell"


def _printable(text: str) -> str:
    """Without what a terminal would obey: these are a server's words."""
    return "".join(character if character.isprintable() else "\N{REPLACEMENT CHARACTER}" for character in text)


def _state(progress: Progress) -> str:
    """Where a run stands, in a few words."""
    run = progress.run
    words = [] if run is None else [run.outcome or run.phase, *_amounts(run)]
    if progress.trouble:
        words.append(progress.trouble)
    return _printable(", ".join(words) or "not seen yet")


def _amounts(run: Run) -> Iterator[str]:
    if run.percent is not None:
        yield f"{run.percent} %"
    if run.objects is not None:
        yield f"{run.objects:,} objects"
    if run.bytes is not None:
        size, unit = float(run.bytes), "B"
        for larger in ("KiB", "MiB", "GiB", "TiB"):
            if size < 1024:
                break
            size, unit = size / 1024, larger
        yield f"{size:.{0 if unit == 'B' else 1}f} {unit}"


def _done(run: Run | None) -> float | None:
    """Hundredths that are done; None where nobody knows. Only a success is ever whole."""
    if run is None:
        return None
    if run.outcome == "success":
        return 100
    if run.percent is None:
        return None if run.outcome is None else 0
    return min(max(run.percent, 0), 99)


class _Lines:
    """A line for whatever is new."""

    def __init__(self) -> None:
        self._last: dict[int, str] = {}

    def show(self, index: int, title: str, progress: Progress) -> None:
        state = _state(progress)
        if self._last.get(index) == state:
            return
        self._last[index] = state
        minutes, seconds = divmod(int(progress.elapsed.total_seconds()), 60)
        self._write(f"{minutes:02}:{seconds:02} {title}: {state}\n")

    def _write(self, line: str) -> None:
        sys.stderr.write(line)
        sys.stderr.flush()

    def close(self) -> None:
        pass


class _Nothing(_Lines):
    """There is nowhere to write to."""

    def _write(self, line: str) -> None:
        pass


class _Rich:
    """Bars of rich."""

    def __init__(self) -> None:
        # By name: whoever checks our types need not have it.
        rich, console = importlib.import_module("rich.progress"), importlib.import_module("rich.console")

        class Spinner(rich.SpinnerColumn):  # type: ignore[name-defined, misc]
            """Stands still when a run is over, however it ended."""

            def render(self, task: Any) -> Any:
                return self.finished_text if task.fields["over"] else super().render(task)

        self._tasks: dict[int, Any] = {}
        self._bars = rich.Progress(
            Spinner(),
            rich.TextColumn("{task.description}", markup=False),
            rich.BarColumn(bar_width=20),
            rich.TimeElapsedColumn(),
            rich.TextColumn("{task.fields[state]}", markup=False),
            console=console.Console(stderr=True),
        )
        self._bars.start()

    def show(self, index: int, title: str, progress: Progress) -> None:
        done, state = _done(progress.run), _state(progress)
        over = progress.run is not None and progress.run.outcome is not None
        if index not in self._tasks:
            self._tasks[index] = self._bars.add_task(title, total=None, state=state, over=over)
        task = self._tasks[index]
        total = None if done is None else 100
        self._bars.update(task, total=total, completed=done or 0, state=state, over=over)
        if over:
            self._bars.stop_task(task)

    def close(self) -> None:
        # In a notebook stopping alone would leave out what came last.
        self._bars.refresh()
        self._bars.stop()


class _Tqdm:
    """Bars of tqdm."""

    def __init__(self, widgets: bool) -> None:
        self._tqdm = importlib.import_module("tqdm.notebook" if widgets else "tqdm").tqdm
        self._bars: dict[int, Any] = {}

    def show(self, index: int, title: str, progress: Progress) -> None:
        done = _done(progress.run)
        # Without a share of the whole, a bar would show a lie.
        form = "{desc}: {elapsed}{postfix}" if done is None else "{desc}: |{bar}| {elapsed}{postfix}"
        if index not in self._bars:
            self._bars[index] = self._tqdm(
                total=100, desc=title, position=index, bar_format=form, file=sys.stderr
            )
        bar = self._bars[index]
        bar.bar_format, bar.n = form, done or 0
        bar.set_postfix_str(_state(progress), refresh=True)

    def close(self) -> None:
        for bar in self._bars.values():
            bar.close()
