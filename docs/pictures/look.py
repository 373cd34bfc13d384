"""Opens the pages of the site that was built, wide and narrow, light and dark, and keeps what they look like.

Usage: look.py SITE VIEWS, which writes VIEWS/*.png. Fails when a page is wider than its window, logs an error, or asks the
network for anything.
"""

from __future__ import annotations

import sys
from pathlib import Path

from playwright.sync_api import Browser

from browser import chromium

WINDOWS = {"wide": {"width": 1280, "height": 900}, "phone": {"width": 390, "height": 844}}


def look(browser: Browser, site: Path, views: Path) -> list[str]:
    """What is wrong with the pages."""
    wrong = []
    pages = sorted(page for page in site.rglob("*.html") if "_static" not in page.parts)
    for window, size in WINDOWS.items():
        for colours in ("light", "dark"):
            context = browser.new_context(viewport=size, color_scheme=colours)
            for file in pages:
                name = str(file.relative_to(site).with_suffix(""))
                page = context.new_page()
                page.on("console", lambda said: said.type == "error" and wrong.append(f"{name}: {said.text}"))
                page.on("pageerror", lambda error: wrong.append(f"{name}: {error}"))
                page.on("request", lambda asked: asked.url.startswith(("file:", "data:")) or wrong.append(f"{name}: {asked.url}"))
                page.goto(file.as_uri())
                width = page.evaluate("document.documentElement.scrollWidth")
                if width > size["width"]:
                    wrong.append(f"{name}: {width} pixels wide in a window of {size['width']}")
                page.screenshot(path=str(views / f"{name.replace('/', '-')}-{window}-{colours}.png"))
                page.close()
            context.close()
    print(f"{len(pages)} pages in {2 * len(WINDOWS)} views each, {len(wrong)} complaints")
    return sorted(set(wrong))


def main() -> None:
    site, views = (Path(path).resolve() for path in sys.argv[1:])
    views.mkdir(parents=True, exist_ok=True)
    with chromium() as browser:
        wrong = look(browser, site, views)
    if wrong:
        sys.exit("\n".join(wrong))


if __name__ == "__main__":
    main()
