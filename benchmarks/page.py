"""Size of the HTML report, and how soon it answers, in Chromium.

    python benchmarks/page.py [--pairs 2000] [--keep PATH]

Makes a report of so many pairs, every fifth with a finding or two, opens it in a headless Chromium
and in turn a blank page, and prints how long each took until it was loaded, drawn, and had answered
a first script; then how long the page takes to filter, to go to the last finding, and what its
longest task was while it was scrolled from end to end. Says so where no Chromium is installed.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "render"))

from chromium import CHROMIUM, Chromium

from alignqa.bitext import Part
from alignqa.finding import Finding, MqmCategory, Rule, Severity
from alignqa.render.report import html
from alignqa.report import JudgedPair, Report, Score
from alignqa.text import Lang, Segment, Span

ENGLISH = (
    "The council of ward {n} said on Monday that the two schools would share one kitchen from next "
    "April, and that {n} parents had been asked for their views before the vote was taken."
)
JAPANESE = (
    "第{n}区の区議会は月曜日、来年4月から二つの学校が一つの給食室を共同で使うと発表し、"
    "採決に先立って{n}人の保護者に意見を聞いたことを明らかにした。"
)
RULES = (
    Rule("AQ201", "number-mismatch", MqmCategory.NUMBER, Severity.CRITICAL),
    Rule("AQ404", "omitted-clause", MqmCategory.OMISSION, Severity.MAJOR),
    Rule("AQ504", "lost-hedge", MqmCategory.MISTRANSLATION, Severity.MINOR),
)
READY = (
    "new Promise(done => requestAnimationFrame(() => setTimeout(() => done(performance.now()))))"
)
ACTIONS = {
    "filter by severity": "document.querySelector('[data-severity=minor]').click()",
    "show all again": "document.querySelector('[data-severity=minor]').click()",
    "filter by text": (
        "document.getElementById('text').value = '7人',"
        "document.getElementById('rule').dispatchEvent(new Event('change'))"
    ),
    "clear": "document.getElementById('clear').click()",
    "to the last finding": "document.getElementById('previous').click()",
}
SCROLL = """new Promise(done => {
  let longest = 0, before = performance.now(), at = 0;
  const end = document.documentElement.scrollHeight;
  const step = (now) => {
    if (at) longest = Math.max(longest, now - before);
    before = now;
    scrollTo(0, at += end / 120);
    if (at < end) requestAnimationFrame(step); else done(longest);
  };
  requestAnimationFrame(step);
})"""


def pair(n: int) -> JudgedPair:
    source, target = ENGLISH.format(n=n), JAPANESE.format(n=n)
    findings = []
    if n % 5 == 0:
        findings.append(
            Finding(
                RULES[n % 3],
                RULES[n % 3].severity,
                0.9,
                f"The source says {n}, the translation {n}人の保護者.",
                (Span(source.index("Monday"), source.index("Monday") + 6),),
                (Span(target.index("月曜日"), target.index("月曜日") + 3),),
                {"source": [n], "target": [n]},
                "火曜日",
            )
        )
    if n % 25 == 0:
        findings.append(
            Finding(RULES[1], Severity.MAJOR, 0.8, "Left out.", (Span(0, 40),), (), {"words": 9})
        )
    return JudgedPair(
        n,
        Segment(source, Lang.ENGLISH, n + 1),
        Segment(target, Lang.JAPANESE, n + 1),
        0.8,
        Part.BODY,
        55.0 if findings else 97.0,
        0.5 if findings else 0.05,
        bool(findings),
        tuple(findings),
    )


def report(pairs: int) -> Report:
    score = Score("mqm", 90.0, "mean:length-weighted")
    return Report(tuple(map(pair, range(pairs))), Lang.ENGLISH, "encoder", score, {})


def interactive(browser: Chromium, url: str) -> float:
    browser.open("about:blank")
    browser.open(url)
    return float(browser.run(READY))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pairs", type=int, default=2000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--keep", type=Path, help="where to leave the page")
    options = parser.parse_args()
    made = report(options.pairs)
    began = time.perf_counter()
    page = html.render(made)
    took = time.perf_counter() - began
    count = sum(1 for _ in made.findings())
    print(f"{options.pairs:,} pairs, {count:,} findings: {len(page.encode()) / 1e6:.2f} MB")
    print(f"rendered in {took:.2f} s")
    if CHROMIUM is None:
        print("no chromium on the path: nothing further is measured")
        return
    with tempfile.TemporaryDirectory() as folder, Chromium() as browser:
        path = (options.keep or Path(folder) / "report.html").resolve()
        path.write_text(page, encoding="utf-8")
        blank = Path(folder) / "blank.html"
        blank.write_text("<!DOCTYPE html><title>blank</title>", encoding="utf-8")
        times = {
            file: statistics.median(
                interactive(browser, file.as_uri()) for _ in range(options.runs)
            )
            for file in (blank, path)
        }
        print(f"interactive after {times[path]:.0f} ms, a blank page after {times[blank]:.0f} ms: ")
        print(f"{times[path] / times[blank]:.1f} times as long")
        for name, action in ACTIONS.items():
            started = browser.run("performance.now()")
            browser.run(action)
            print(f"{name}: {browser.run(READY) - started:.0f} ms")
        print(f"scrolled to the end: the longest frame took {browser.run(SCROLL):.0f} ms")


if __name__ == "__main__":
    main()
