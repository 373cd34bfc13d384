"""Takes the pictures of the documentation: real programs in a real terminal, a real notebook, in a real browser.

Usage: take.py IMAGES, which writes IMAGES/*.png. Chromium is looked up on the PATH.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path

import backupjobs_sim
from PIL import Image
from playwright.sync_api import Browser

from browser import chromium
from notebook import executed
from terminal import Terminal

HERE = Path(__file__).resolve().parent
LARGEST = 150_000  # Bytes of a picture.


def picture(browser: Browser, html: str, selector: str, file: Path, width: int = 1000) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800}, device_scale_factor=1.4)
    page.set_content(html)
    page.locator(selector).first.screenshot(path=str(file))
    page.close()
    # Sixty-four colours are more than these have.
    Image.open(file).convert("RGB").quantize(64).save(file, optimize=True)
    size = file.stat().st_size
    print(f"{file.name}: {size // 1000} kB")
    assert size < LARGEST, f"{file} is larger than {LARGEST} bytes"


def shown(script: str, variables: dict[str, str], expected: int | None, until: str = "") -> str:
    """A terminal with a script of this folder in it, at its end or as soon as it shows something."""
    terminal = Terminal(110, 16)
    terminal.type(f"python {script}")
    with tempfile.TemporaryDirectory(prefix="night-") as folder:
        shutil.copy(HERE / script, folder)
        command = ["env", "-C", folder, sys.executable, script]
        code = terminal.run(command, {**os.environ, **variables}, (lambda text: until in text) if until else None)
    assert code == expected, "\n".join(terminal.screen.display)
    return terminal.html()


def terminals(browser: Browser, images: Path) -> None:
    with backupjobs_sim.Simulator() as sim:
        sim.clock(mode="real", scale=30)
        for name, until in (("progress", "0:00:04"), ("verdicts", "")):
            sim.script("veeam", "Contoso mail", duration_s=240)
            sim.script("veeam", "Backup1", "failed", duration_s=150, message="Connection to the organization was lost")
            sim.script("veeam", "Contoso sites", "warning", duration_s=90, message="1 site was skipped")
            html = shown("watch.py", sim.environment(), None if until else 0, until)
            picture(browser, html, "#picture", images / f"{name}.png")
            sim.reset()
            sim.clock(mode="real", scale=30)
        picture(browser, shown("refused.py", sim.environment(), 1), "#picture", images / "error.png")


def notebooks(browser: Browser, images: Path) -> None:
    with backupjobs_sim.Simulator() as sim, tempfile.TemporaryDirectory() as folder:
        sim.clock(mode="real", scale=30)
        html = executed(sim.environment(), Path(folder))
    picture(browser, html, "main", images / "notebook.png", width=1100)


def main() -> None:
    images = Path(sys.argv[1]).resolve()
    with chromium() as browser:
        terminals(browser, images)
        notebooks(browser, images)


if __name__ == "__main__":
    main()
