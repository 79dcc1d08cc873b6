"""The pages in Chromium: nothing is fetched, nothing runs, everybody can read them."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.publish import hostile
from tests.publish.drafting import write

pytestmark = pytest.mark.browser

KINDS = ("index.html", "people.html", "sources.html", "people/p-karim.html", "people/p-lola.html", "documents/*.html")


def addresses(out: Path) -> list[str]:
    return [path.as_uri() for kind in KINDS for path in sorted(out.glob(kind))]


def opened(browser: Browser, scheme: str, width: int = 1280) -> Page:
    return browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 900}).new_page()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_accessible(browser: Browser, out: Path, scheme: str) -> None:
    """axe finds nothing serious or critical on any kind of page, in light and dark."""
    assert not serious(opened(browser, scheme), addresses(out))


def test_the_examples_are_accessible(browser: Browser, demo: Path) -> None:
    """Nor on what a newcomer sees first: the examples, on a phone."""
    page = opened(browser, "light", 390)
    pages = [path.as_uri() for kind in ("*.html", "people/*.html", "documents/*.html") for path in demo.glob(kind)]
    assert not serious(page, sorted(pages))


def test_axe_sees(browser: Browser) -> None:
    """The instrument works: a picture without words and pale text are found."""
    page = opened(browser, "light")
    page.set_content("<html lang=en><title>x</title><img src=x><p style='color:#bbb;background:#fff'>pale</p></html>")
    violations = {violation["id"] for violation in Axe().run(page).response["violations"]}
    assert {"image-alt", "color-contrast"} <= violations


def serious(page: Page, pages: list[str]) -> list[tuple[str, str, str]]:
    """What axe finds serious or critical: page, rule, element."""
    found = []
    for address in pages:
        page.goto(address)
        page.evaluate("document.querySelectorAll('details').forEach(entry => entry.open = true)")
        for violation in Axe().run(page).response["violations"]:
            if violation["impact"] in ("serious", "critical"):
                found.append((address.rsplit("/", 1)[-1], violation["id"], violation["nodes"][0]["html"][:200]))
    return found


def test_nothing_is_fetched_and_nothing_runs(browser: Browser, out: Path) -> None:
    """Opening every page asks for that file and no other; there is no script, and the policy raises no complaint."""
    page = opened(browser, "light")
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    for address in addresses(out):
        page.goto(address)
        assert page.locator("script, iframe, object, embed, form, [onclick], [onload]").count() == 0
    assert asked == addresses(out)
    assert not said


def test_the_style_is_let_through(browser: Browser, out: Path) -> None:
    """The policy allows the page's own style sheet: its hash is right."""
    page = opened(browser, "light")
    page.goto((out / "index.html").as_uri())
    assert page.evaluate("getComputedStyle(document.body).marginTop") == "0px"


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_sticks_out(browser: Browser, out: Path, tmp_path: Path, width: int) -> None:
    """No page scrolls sideways, on a phone or on a screen, not even one with very long words."""
    nasty = write(hostile.result(), tmp_path)
    page = opened(browser, "light", width)
    for address in addresses(out) + [path.as_uri() for path in sorted(nasty.rglob("*.html"))]:
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address


def test_hostile_text_stays_text(browser: Browser, tmp_path: Path) -> None:
    """Markup, quotes, controls and scripts in a report are shown as its words and do nothing."""
    nasty = write(hostile.result(), tmp_path)
    page = opened(browser, "light")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda dialog: pytest.fail(f"a dialog opened: {dialog.message}"))
    paths = sorted(nasty.rglob("*.html"))
    for path in paths:
        page.goto(path.as_uri())
        assert page.locator("script, img, iframe, form, [onerror], [onload]").count() == 0, path
        assert page.locator("a[href^=javascript], a[href^=data]").count() == 0, path
    assert asked == [path.as_uri() for path in paths]
    page.goto(next((nasty / "documents").glob("*.html")).as_uri())
    shown = page.locator(".report").inner_text()
    assert "<script>alert(1)</script>" in shown
    assert "‮" not in shown
    assert "⟨U+202E⟩" in shown


def test_a_link_opens_the_words(browser: Browser, out: Path) -> None:
    """From a footnote of a person to the marked words in the report, by the keyboard alone."""
    page = opened(browser, "light")
    page.goto((out / "people" / "p-karim.html").as_uri())
    link = page.locator("ol.notes a").first
    quote = page.locator("ol.notes blockquote bdi").first.inner_text()
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/documents/**")
    anchor = page.url.rsplit("#", 1)[-1]
    assert page.locator(f"[id='{anchor}'] ~ mark").first.inner_text()[:10] in quote
    assert quote[:10] in page.locator(".report").inner_text()


def test_the_first_key_leads_past_the_menu(browser: Browser, out: Path) -> None:
    """The first stop of the keyboard is the link to the content."""
    page = opened(browser, "light")
    page.goto((out / "index.html").as_uri())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#main"
