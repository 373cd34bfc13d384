"""Takes the pictures of the documentation: real programs in a real terminal, a real notebook, in a real browser.

Usage: take.py IMAGES, which writes IMAGES/*.png. Chromium is looked up on the PATH.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

import backupjobs_sim
from playwright.sync_api import Browser

from browser import chromium
from notebook import executed
from terminal import Terminal

HERE = Path(__file__).resolve().parent
LARGEST = 150_000  # Bytes of a picture.


def picture(browser: Browser, html: str, selector: str, file: Path, width: int = 1000) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800}, device_scale_factor=1.5)
    page.set_content(html)
    page.locator(selector).first.screenshot(path=str(file))
    page.close()
    size = file.stat().st_size
    print(f"{file.name}: {size // 1000} kB")
    assert size < LARGEST, f"{file} is larger than {LARGEST} bytes"


def terminals(browser: Browser, images: Path) -> None:
    with backupjobs_sim.Simulator() as sim:
        sim.script("veeam", "Contoso mail", duration_s=240)
        sim.script("veeam", "Contoso sites", "warning", duration_s=90, message="2 sites could not be read")
        sim.clock(mode="real", scale=30)
        variables = {**os.environ, **sim.environment()}
        watch = Terminal(110, 16)
        watch.type("python watch.py")
        assert watch.run([sys.executable, str(HERE / "watch.py")], variables) == 0, watch.screen.display
        picture(browser, watch.html(), "#picture", images / "verdicts.png")
        middle = Terminal(110, 16)
        middle.type("python watch.py")
        seen = middle.run([sys.executable, str(HERE / "watch.py")], variables, lambda shown: "0:00:03" in shown)
        assert seen is None, middle.screen.display
        picture(browser, middle.html(), "#picture", images / "progress.png")
    with backupjobs_sim.Simulator() as sim:
        refused = Terminal(110, 16)
        refused.type("python refused.py")
        # From its folder: a reader has no use for the path.
        code = refused.run(["env", "-C", str(HERE), sys.executable, "refused.py"], {**os.environ, **sim.environment()})
        assert code == 1, refused.screen.display
        picture(browser, refused.html(), "#picture", images / "error.png")


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
