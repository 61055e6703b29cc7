from __future__ import annotations

import io
import json
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable
from dataclasses import replace
from itertools import chain
from pathlib import Path

import pytest
import sample_alignments
from golden import assert_golden
from hostile_texts import ACTING, HOSTILE
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console
from sample_alignments import alignment_of

from alignqa import formats
from alignqa.bitext import Alignment, Bitext, Unit
from alignqa.render import tool
from alignqa.render.beads import json_document as beads_json
from alignqa.render.beads import terminal as beads_terminal
from alignqa.render.beads import tmx as beads_tmx
from alignqa.render.beads import tsv as beads_tsv
from alignqa.render.beads.registry import all_beads_outputs
from alignqa.render.controls import without_controls
from alignqa.text import Lang, Segment, one_line

ALIGNMENTS: dict[str, tuple[Callable[[], Alignment], Unit]] = {
    "beads": (sample_alignments.article, Unit.PARAGRAPH),
    "beads_lines": (sample_alignments.lines, Unit.LINE),
}
# What a text file of any encoding can hold.
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_SGR = re.compile(r"\x1b\[[0-9;]*m")


@pytest.fixture(autouse=True)
def _fixed_version(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tool, "version", lambda: "1.2.3")


def shown(alignment: Alignment, width: int, *, unit: Unit = Unit.LINE, colour: bool = False) -> str:
    page = io.StringIO()
    console = Console(
        file=page,
        width=width,
        force_terminal=colour,
        color_system="standard" if colour else None,
    )
    beads_terminal.show(replace(alignment, unit=unit), console)
    return page.getvalue()


def tmx_of(alignment: Alignment, unit: Unit = Unit.PARAGRAPH) -> ElementTree.Element:
    return ElementTree.fromstring(beads_tmx.render(replace(alignment, unit=unit)).encode())


def one_pair(source: str, target: str) -> Alignment:
    return alignment_of([source], [target], [((0,), (0,), 0.5)])


def test_the_registry_knows_each_output_by_name() -> None:
    assert list(all_beads_outputs()) == ["terminal", "json", "tmx", "tsv"]
    alignment = sample_alignments.article()
    for output in all_beads_outputs().values():
        assert output.render(alignment).endswith("\n")


@pytest.mark.parametrize("name", ALIGNMENTS)
@pytest.mark.parametrize("format_name", ["json", "tmx", "tsv"])
def test_looks_as_kept(name: str, format_name: str) -> None:
    make, unit = ALIGNMENTS[name]
    assert_golden(
        f"{name}.{format_name}", all_beads_outputs()[format_name].render(replace(make(), unit=unit))
    )


@pytest.mark.parametrize("width", [60, 100])
@pytest.mark.parametrize("colour", [False, True], ids=["plain", "colour"])
@pytest.mark.parametrize("name", ALIGNMENTS)
def test_a_page_looks_as_kept(name: str, width: int, colour: bool) -> None:
    make, unit = ALIGNMENTS[name]
    page = shown(make(), width, unit=unit, colour=colour)
    assert_golden(f"{name}_{width}.{'ansi' if colour else 'txt'}", page)


# A side on one line -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lang", "texts", "expected"),
    [
        (Lang.ENGLISH, [], ""),
        (Lang.ENGLISH, ["One.", "Two."], "One. Two."),
        (Lang.ENGLISH, ["The boats\nstayed  \n  in port."], "The boats stayed in port."),
        (Lang.ENGLISH, ["a\tb", "\u2028c\x85d\x0be"], "a b c d e"),
        (Lang.ENGLISH, [" padded\n"], "padded"),
        (Lang.JAPANESE, ["雪が降った。", "寒い。"], "雪が降った。寒い。"),
        (Lang.JAPANESE, ["船は港に\n\u3000残った。"], "船は港に残った。"),
        (Lang.JAPANESE, ["新型の Model\nX を\nNATO", "は"], "新型の Model X をNATOは"),
        (Lang.JAPANESE, ["東京\t大阪"], "東京 大阪"),
    ],
)
def test_a_side_on_one_line(lang: Lang, texts: list[str], expected: str) -> None:
    assert one_line(Segment(text, lang) for text in texts) == expected


@given(st.lists(TEXTS, max_size=3), st.sampled_from(Lang))
def test_a_side_is_one_line_whatever_it_holds(texts: list[str], lang: Lang) -> None:
    line = without_controls(one_line(Segment(text, lang) for text in texts))
    assert "\t" not in line
    assert len(line.splitlines()) <= 1


# JSON ---------------------------------------------------------------------------------------------


def test_json_has_every_segment_in_one_bead() -> None:
    record = json.loads(beads_json.render(replace(sample_alignments.article(), unit=Unit.SENTENCE)))
    assert list(record) == ["encoder", "unit", "beads", "segments"]
    assert (record["encoder"], record["unit"]) == ("words-1", "sentence")
    assert record["beads"][0] == {"source": [], "target": [0], "similarity": 0.0, "moved": False}
    assert record["beads"][1] == {
        "source": [0],
        "target": [1],
        "similarity": 0.831235,
        "moved": False,
    }
    for side in ("source", "target"):
        indices = list(chain.from_iterable(bead[side] for bead in record["beads"]))
        assert indices == list(range(len(record["segments"][side])))
    assert record["segments"]["target"][0] == {
        "text": "漁業交渉、来月にも再開へ",
        "lang": "ja",
        "line": 1,
    }


def test_json_of_nothing() -> None:
    record = json.loads(beads_json.render(replace(alignment_of([], [], []), unit=Unit.LINE)))
    assert record["beads"] == []
    assert record["segments"] == {"source": [], "target": []}


def test_json_has_no_minus_zero() -> None:
    alignment = alignment_of(["A."], ["あ。"], [((0,), (0,), -1e-9)])
    assert '"similarity": 0.0,' in beads_json.render(replace(alignment, unit=Unit.LINE))


@pytest.mark.parametrize("kind", sorted(HOSTILE.keys() - {"lone surrogate"}))
def test_json_keeps_every_character(kind: str) -> None:
    rendered = beads_json.render(replace(sample_alignments.hostile(HOSTILE[kind]), unit=Unit.LINE))
    assert not set("\x1b\x9b\x07\u202e") & set(rendered)
    assert json.loads(rendered)["segments"]["source"][0]["text"] == HOSTILE[kind]


# TSV ----------------------------------------------------------------------------------------------


def read_back(alignment: Alignment, folder: Path) -> list[tuple[str, str]]:
    path = folder / "beads.tsv"
    path.write_bytes(beads_tsv.render(replace(alignment, unit=Unit.LINE)).encode())
    loaded = formats.load(path)
    assert isinstance(loaded, Bitext)
    assert loaded.source_lang is alignment.source_lang
    assert not any(loaded.extra)
    rows = zip(loaded.source, loaded.target, strict=True)
    return [(source.text, target.text) for source, target in rows]


def test_tsv_is_read_back_as_pairs(tmp_path: Path) -> None:
    rows = read_back(sample_alignments.article(), tmp_path)
    assert rows[0] == ("", "漁業交渉、来月にも再開へ")
    assert rows[2][0].endswith("next month. It set aside 3 billion yen for patrol vessels.")
    assert rows[3] == ("Officials warned that no date had been fixed.", "")
    assert len(rows) == 5


@pytest.mark.parametrize(
    ("source", "target"),
    [("source", "target です"), ("en", "英語"), ('"Quoted" and', "「引用」"), ("a,b", "あ、い")],
)
def test_the_first_pair_may_read_like_a_header(source: str, target: str, tmp_path: Path) -> None:
    assert read_back(one_pair(source, target), tmp_path) == [(source, target)]


@pytest.mark.parametrize("kind", HOSTILE)
def test_tsv_of_hostile_text_is_read_back(kind: str, tmp_path: Path) -> None:
    alignment = sample_alignments.hostile(HOSTILE[kind])
    rendered = beads_tsv.render(replace(alignment, unit=Unit.LINE))
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]", rendered)
    assert len(rendered.splitlines()) == 3
    assert len(read_back(alignment, tmp_path)) == 2


# TMX ----------------------------------------------------------------------------------------------


def test_tmx_has_what_its_readers_need() -> None:
    rendered = beads_tmx.render(replace(sample_alignments.article(), unit=Unit.PARAGRAPH))
    assert rendered.startswith('<?xml version="1.0" encoding="UTF-8"?>\n')
    root = ElementTree.fromstring(rendered.encode())
    assert (root.tag, root.attrib) == ("tmx", {"version": "1.4"})
    header, body = root
    assert header.attrib == {
        "creationtool": "alignqa",
        "creationtoolversion": "1.2.3",
        "segtype": "paragraph",
        "o-tmf": "alignqa",
        "adminlang": "en",
        "srclang": "en",
        "datatype": "plaintext",
    }
    note = "Left out, since nothing corresponds: 1 of the source, 1 of the target."
    assert header.findtext("note") == note
    assert [unit.tag for unit in body] == ["tu"] * 3
    for unit in body:
        assert [child.tag for child in unit] == ["prop", "tuv", "tuv"]
        assert [side.get(_XML_LANG) for side in unit.findall("tuv")] == ["en", "ja"]
        assert all(side.findtext("seg") for side in unit.findall("tuv"))
    assert body[0].findtext("prop") == "0.831235"


@pytest.mark.parametrize(
    ("unit", "segtype"),
    [(Unit.LINE, "block"), (Unit.PARAGRAPH, "paragraph"), (Unit.SENTENCE, "sentence")],
)
def test_tmx_names_the_unit_in_its_own_words(unit: Unit, segtype: str) -> None:
    header = tmx_of(sample_alignments.lines(), unit)[0]
    assert (header.get("segtype"), header.get("srclang")) == (segtype, "ja")
    assert header.find("note") is None


@pytest.mark.parametrize(
    "text",
    [
        "a ]]> b",
        '</seg></tuv></tu><tu><tuv xml:lang="en"><seg>owned',
        "<!-- & --> &amp; &lt; &#0;",
        "<![CDATA[x]]>",
        "R&D is < 3% and > 2%",
        "right\u200fto\u202eleft",
        "家\U000e0100族 👩\u200d🌾",
    ],
)
def test_tmx_keeps_what_looks_like_markup(text: str) -> None:
    root = tmx_of(one_pair(text, "訳" + text))
    assert [seg.text for seg in root.iter("seg")] == [text, "訳" + text]


@pytest.mark.parametrize("kind", HOSTILE)
def test_tmx_of_hostile_text_is_well_formed_and_acts_on_nothing(kind: str) -> None:
    alignment = sample_alignments.hostile(HOSTILE[kind])
    rendered = beads_tmx.render(replace(alignment, unit=Unit.LINE))
    hidden = set("\xad\u200b\u200c\u200d\u2060\ufeff\U000e0041\U000e0042")
    assert not (ACTING - hidden).intersection(rendered.replace("\n", ""))
    assert len(list(tmx_of(alignment).iter("tu"))) == 1


@given(TEXTS, TEXTS)
def test_tmx_is_well_formed_whatever_it_holds(source: str, target: str) -> None:
    first, second = tmx_of(one_pair(source, target)).iter("seg")
    assert (first.text or "") == without_controls(one_line([Segment(source, Lang.ENGLISH)]))
    assert (second.text or "") == without_controls(one_line([Segment(target, Lang.JAPANESE)]))


# The page -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [1, 7, 20, 33, 60, 89, 90, 100, 120, 200])
@pytest.mark.parametrize("name", [*ALIGNMENTS, "hostile"])
def test_no_line_is_wider_than_the_page(name: str, width: int) -> None:
    hostile = sample_alignments.hostile(HOSTILE["Japanese"] * 9)
    lines = shown(hostile if name == "hostile" else ALIGNMENTS[name][0](), width).splitlines()
    if width >= 20:
        assert max(map(cell_len, lines)) <= min(width, 120)
    assert not [line for line in lines if line != line.rstrip()]


@pytest.mark.parametrize("width", [90, 101, 120])
def test_the_columns_stand_level(width: int) -> None:
    page = shown(sample_alignments.article(), width)
    assert (
        len({cell_len(line[: line.index("│")]) for line in page.splitlines() if "│" in line}) == 1
    )


def test_nothing_of_a_text_is_lost() -> None:
    alignment = sample_alignments.article()
    rows = [line.partition("│") for line in shown(alignment, 100).splitlines() if "│" in line]
    # Before each text stand a margin of 15 cells, or a space, and a number of three.
    columns = [row[0][18:] for row in rows], [row[2][4:] for row in rows]
    for column, side in zip(columns, (alignment.source, alignment.target), strict=True):
        letters = "".join("".join(column).split()).replace("nothingcorresponds", "")
        assert letters == "".join("".join(s.text for s in side).split())


def test_a_gap_is_visible() -> None:
    page = shown(sample_alignments.article(), 100)
    assert page.count("nothing corresponds") == 2
    assert re.search(r"^ +0-1 +nothing corresponds +│ 1 +漁業交渉", page, re.MULTILINE)
    assert re.search(r"^ +1-0 +7 +Officials", page, re.MULTILINE)
    assert "3 pairs · 2 unpaired" in page


def test_what_moved_is_said() -> None:
    moved = sample_alignments.lines()
    moved = replace(moved, beads=(moved.beads[0], replace(moved.beads[1], moved=True)))
    page = shown(moved, 100)
    assert "2 pairs · 1 moved" in page
    assert re.search(r"^ -0\.05  1-1 .*\n {8}moved +│$", page, re.MULTILINE)
    assert "-0.05  1-1  moved\n" in shown(moved, 60)
    record = json.loads(beads_json.render(replace(moved, unit=Unit.LINE)))
    assert [bead["moved"] for bead in record["beads"]] == [False, True]


@pytest.mark.parametrize("kind", HOSTILE)
@pytest.mark.parametrize("width", [20, 100])
def test_nothing_acts_on_the_terminal(kind: str, width: int) -> None:
    alignment = sample_alignments.hostile(HOSTILE[kind])
    plain = shown(alignment, width)
    coloured = _SGR.sub("", shown(alignment, width, colour=True))
    for text in (plain, coloured):
        assert not ACTING.intersection(text.replace("\n", ""))
        text.encode()


def test_segments_without_lines_have_no_numbers() -> None:
    alignment = one_pair("Some words.", "言葉。")
    source, target = (
        tuple(Segment(s.text, s.lang) for s in side)
        for side in (alignment.source, alignment.target)
    )
    page = shown(
        Alignment(source, target, alignment.beads, Lang.ENGLISH, "words-1", Unit.LINE), 100
    )
    assert page.startswith("1 English line → 1 Japanese line · 1 pair\n")
    assert re.search(r"0\.50  1-1 +Some words\. +│ 言葉。", page)
