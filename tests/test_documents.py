"""Documents of several formats, from the file to the report."""

from __future__ import annotations

import json
from pathlib import Path

import docx
import pytest

import alignqa
from alignqa.bitext import Part
from alignqa.cli import main
from alignqa.render.report import json_lines

MARKDOWN = {
    "en": """\
---
title: Backups
---

# Keeping backups

The program saves a copy of your work every 30 minutes.

```sh
backup --now  # do it at once
```

- Open the file `backup.toml`.
- Set `interval` to the minutes you want.

| Option | Meaning |
|--------|---------|
| `keep` | How many copies are kept |

Copies older than a week are deleted.
""",
    "ja": """\
---
title: バックアップ
---

# バックアップを取る

プログラムは作業内容の写しを30分ごとに保存します。

```sh
backup --now  # すぐに実行する
```

- ファイル`backup.toml`を開きます。
- `interval`に希望の分数を設定します。

| オプション | 意味 |
|--------|---------|
| `keep` | 残しておく写しの数 |

2週間より古い写しは削除されます。
""",
}
HTML = {
    "en": "<html><body><h1>Lost and found</h1><p>Bags left on the <b>train</b> are kept at the"
    " station for three days.</p><pre>code</pre><p>Call us before you come.</p></body></html>",
    "ja": "<html><body><h1>遺失物</h1><p><b>電車</b>に置き忘れたかばんは、駅で三日間\n保管します。"
    "</p><pre>code</pre><p>来る前に電話してください。</p></body></html>",
}
SUBTITLES = {
    "en": "1\n00:00:01,000 --> 00:00:03,000\n<i>Did you lock the door?</i>\n\n"
    "2\n00:00:04,000 --> 00:00:06,000\nI think I left the key in the car.\n",
    "ja": "1\n00:00:01,000 --> 00:00:03,000\n<i>ドアに鍵をかけた?</i>\n\n"
    "2\n00:00:04,000 --> 00:00:06,000\n鍵を車に置いてきたと思う。\n",
}


def written(folder: Path, suffix: str, texts: dict[str, str]) -> list[Path]:
    paths = []
    for lang, text in texts.items():
        path = folder / f"page.{lang}{suffix}"
        path.write_text(text, encoding="utf-8")
        paths.append(path)
    return paths


def test_markdown_is_paired_block_by_block(tmp_path: Path) -> None:
    report = alignqa.check(*written(tmp_path, ".md", MARKDOWN))
    assert [(pair.part, pair.source.line, pair.target.line) for pair in report.pairs] == [
        (Part.TITLE, 2, 2),
        (Part.TITLE, 5, 5),
        (Part.BODY, 7, 7),
        (Part.BODY, 13, 13),
        (Part.BODY, 14, 14),
        (Part.BODY, 16, 16),
        (Part.BODY, 16, 16),
        (Part.BODY, 18, 18),
        (Part.BODY, 18, 18),
        (Part.BODY, 20, 20),
    ]
    assert all(pair.is_whole for pair in report.pairs)
    assert {pair.source.line for pair, _ in report.findings()} <= {20}


@pytest.mark.parametrize(("suffix", "texts", "count"), [(".html", HTML, 3), (".srt", SUBTITLES, 2)])
def test_each_block_has_its_translation(
    tmp_path: Path, suffix: str, texts: dict[str, str], count: int
) -> None:
    report = alignqa.check(*written(tmp_path, suffix, texts))
    assert [pair.is_whole for pair in report.pairs] == [True] * count
    assert list(report.findings()) == []


def test_two_word_documents(tmp_path: Path) -> None:
    paths = []
    for lang, texts in (
        ("en", ("Lost and found", "Bags left on the train are kept for three days.")),
        ("ja", ("遺失物", "電車に置き忘れたかばんは三日間保管します。")),
    ):
        document = docx.Document()
        document.add_heading(texts[0], 1)
        document.add_paragraph(texts[1])
        paths.append(tmp_path / f"{lang}.docx")
        document.save(str(paths[-1]))
    report = alignqa.check(*paths)
    assert [pair.part for pair in report.pairs] == [Part.TITLE, Part.BODY]
    assert all(pair.is_whole for pair in report.pairs)


@pytest.mark.parametrize(
    "suffix", [".xlf", ".tmx", ".docx", ".xlsx", ".po", ".srt", ".html", ".md"]
)
def test_a_broken_file_is_told_in_one_sentence(
    tmp_path: Path, suffix: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / f"broken{suffix}"
    path.write_bytes(b"PK\x03\x04\x00\xff<!--")
    assert main(["check", str(path)]) == 2
    out, errors = capsys.readouterr()
    assert out == ""
    assert errors.count("\n") == 1
    assert f"broken{suffix}" in errors.replace("\n", "")


def test_the_other_columns_of_a_row_are_carried_along(tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    path.write_text(
        "id,en,ja,note\n7,Good morning.,おはよう。,\n8,Good evening.,こんばんは。,a greeting\n",
        encoding="utf-8",
    )
    lines = json_lines.render(alignqa.check(path)).splitlines()
    assert [json.loads(line).get("extra") for line in lines] == [
        {"id": "7", "note": ""},
        {"id": "8", "note": "a greeting"},
        None,
    ]
