"""The page in a real browser: it loads, filters, moves from finding to finding, and asks for
nothing. Left out where no Chromium is installed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import sample_reports
from chromium import CHROMIUM, Chromium
from hostile_texts import HOSTILE

from alignqa.render.report import html

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed")

SHOWN = """[...document.querySelectorAll('.pair')]
    .filter(pair => getComputedStyle(pair).display !== 'none').map(pair => pair.id)"""
NOTES = """[...document.querySelectorAll('.note[data-f]')]
    .filter(note => note.checkVisibility()).map(note => note.id)"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Chromium]:
    with Chromium() as running:
        yield running


@pytest.fixture
def page(browser: Chromium, tmp_path: Path) -> Chromium:
    file = tmp_path / "report.html"
    file.write_text(html.render(sample_reports.article()), encoding="utf-8")
    browser.events.clear()
    browser.open(file.as_uri())
    return browser


def value(page: Chromium, element: str) -> Any:
    return page.run(f"document.getElementById('{element}').textContent")


def test_it_loads_without_a_complaint_or_a_request(page: Chromium) -> None:
    assert page.run("document.documentElement.dataset.ready") == ""
    assert page.run("getComputedStyle(document.querySelector('.pair')).display") == "grid"
    assert not page.reported(
        "Log.entryAdded", "Runtime.exceptionThrown", "Runtime.consoleAPICalled"
    )
    asked = [params["request"]["url"] for params in page.reported("Network.requestWillBeSent")]
    assert [url for url in asked if not url.startswith("data:")] == [page.run("location.href")]


def test_keys_lead_from_finding_to_finding(page: Chromium) -> None:
    def focused() -> object:
        return page.run("document.activeElement.id")

    page.press("j")
    assert focused() == "f1"
    assert value(page, "place") == "1 / 4"
    page.press("n")
    assert focused() == "f2"
    assert page.run("[...document.querySelectorAll('mark.lit')].map(m => m.textContent)") == [
        "Foreign Ministry",
        "財務省",
    ]
    page.press("k")
    assert focused() == "f1"
    page.press("p")
    assert focused() == "f4"
    assert "at=4" in page.run("location.hash")
    page.press("Escape")
    assert value(page, "place") == "4 found"
    assert page.run("document.querySelectorAll('.lit').length") == 0


def test_filters_narrow_what_is_shown_and_stand_in_the_address(page: Chromium) -> None:
    page.press("2")
    assert page.run(NOTES) == ["f2"]
    assert page.run(SHOWN) == ["p3"]
    assert value(page, "place") == "1 of 4 found"
    assert page.run("location.hash") == "#hide=major"
    address = page.run("location.href")
    page.open("about:blank")
    page.open(address)
    assert page.run(SHOWN) == ["p3"]
    page.press("Escape")
    assert len(page.run(SHOWN)) == 8
    page.run(
        "document.getElementById('rule').value = 'AQ201',"
        "document.getElementById('rule').dispatchEvent(new Event('change'))"
    )
    assert page.run(NOTES) == ["f3"]
    page.press("Escape")
    page.run(
        "document.getElementById('text').value = '漁師',"
        "document.getElementById('rule').dispatchEvent(new Event('change'))"
    )
    assert page.run(SHOWN) == ["p2"]
    assert page.run("CSS.highlights.get('asked').size") > 0
    page.run(
        "document.getElementById('text').value = 'nowhere to be found',"
        "document.getElementById('rule').dispatchEvent(new Event('change'))"
    )
    assert page.run("document.getElementById('none').checkVisibility()")
    page.run("document.getElementById('clear').click()")
    page.press("c")
    assert page.run(SHOWN) == ["p2", "p3", "p4", "p5"]


def test_hovering_a_note_lights_its_words_and_the_reverse(page: Chromium) -> None:
    hover = "document.querySelector('{}').dispatchEvent(new PointerEvent('pointerover', {}))"
    page.run(hover.format("#f3", "{bubbles: true}"))
    assert page.run("[...document.querySelectorAll('mark.lit')].map(m => m.textContent)") == [
        "3 billion yen",
        "3億円",
    ]
    page.run(hover.format('.source mark[data-f="2"]', "{bubbles: true}"))
    assert page.run("document.querySelector('.note.lit').id") == "f2"


def test_the_theme_turns_and_the_keys_are_shown(page: Chromium) -> None:
    ground = "getComputedStyle(document.body).backgroundColor"
    before = page.run(ground)
    page.press("t")
    assert page.run(ground) != before
    assert "theme=" in page.run("location.hash")
    page.press("?")
    assert page.run("document.getElementById('keys').open")
    page.press("Escape")
    assert not page.run("document.getElementById('keys').open")


@pytest.mark.parametrize("width", [320, 800, 1440])
def test_nothing_is_wider_than_the_window(browser: Chromium, tmp_path: Path, width: int) -> None:
    file = tmp_path / "hostile.html"
    text = "".join(HOSTILE.values()).replace("\udcff", "") + "</script>" + "x" * 5000 + "語" * 900
    file.write_text(html.render(sample_reports.hostile(text)), encoding="utf-8")
    size = {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": False}
    browser.ask("Emulation.setDeviceMetricsOverride", **size)
    try:
        browser.open(file.as_uri())
        assert browser.run("document.documentElement.scrollWidth") <= width
    finally:
        browser.ask("Emulation.clearDeviceMetricsOverride")


def test_print_shows_everything_whatever_the_filters(page: Chromium) -> None:
    page.press("1")
    page.press("2")
    page.ask("Emulation.setEmulatedMedia", media="print")
    try:
        assert len(page.run(NOTES)) == 4
        assert len(page.run(SHOWN)) == 8
        assert not page.run("document.querySelector('.tools').checkVisibility()")
    finally:
        page.ask("Emulation.setEmulatedMedia", media="")
