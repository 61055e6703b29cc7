"""Documents whose beads are known: cut from pairs and made noisy, or aligned by hand."""

from __future__ import annotations

import ast
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from alignqa.text import Lang
from rows import rows_of

JOIN, DROP, FOREIGN = 0.10, 0.06, 0.03
# A line that moves lands at least so many passages away; shorter documents stay as they are.
AWAY = 3

Shape = tuple[tuple[int, ...], tuple[int, ...]]
Passage = tuple[list[str], list[str]]


@dataclass(frozen=True)
class Document:
    """Two texts, line by line, and which lines belong together; `moved` are beads that cross."""

    name: str
    source: list[str]
    target: list[str]
    gold: list[Shape]
    moved: list[Shape]
    langs: tuple[Lang, Lang] = (Lang.ENGLISH, Lang.JAPANESE)


@dataclass(frozen=True)
class Row:
    """A line of a file of pairs."""

    document: str
    english: str
    japanese: str


def noisy_documents(paths: list[Path], seed: int, shortest: int, moving: bool) -> list[Document]:
    """A tenth of the lines joined with the next on either side, 6% dropped on either side, 3%
    foreign ones put in; where `moving`, one line of the target stands elsewhere."""
    originals = [rows for path in paths for rows in _originals(path, seed, shortest)]
    rng = random.Random(seed)
    documents = []
    for number, rows in enumerate(originals):
        others = originals[:number] + originals[number + 1 :] or originals
        passages = _noisy(rows, [row for other in others for row in other], rng)
        documents.append(_laid_out(rows[0].document, passages, rng if moving else None))
    # Of the shortest, a side may have been dropped whole, which not every aligner takes.
    return [document for document in documents if document.source and document.target]


def gold_documents(folder: Path, source: str = "de", target: str = "fr") -> list[Document]:
    """NAME.de and NAME.fr with one segment a line, NAME.defr with a bead `[0, 1]:[0]` a line.

    The aligner knows two languages; lengths are compared as if both sides were one of them.
    """
    documents = []
    for gold in sorted(folder.glob(f"*.{source}{target}")):
        beads: list[Shape] = []
        for line in gold.read_text("utf-8").splitlines():
            left, right = line.split(":")[:2]
            beads.append((tuple(ast.literal_eval(left)), tuple(ast.literal_eval(right))))
        sides = [
            [line.strip() for line in gold.with_suffix(f".{lang}").open(encoding="utf-8")]
            for lang in (source, target)
        ]
        langs = (Lang.ENGLISH, Lang.ENGLISH)
        documents.append(Document(gold.stem, sides[0], sides[1], beads, [], langs))
    return documents


def _originals(path: Path, seed: int, shortest: int) -> Iterator[list[Row]]:
    """The documents of a file of pairs: those that its third column names, and short ones joined
    with the next until they are long enough; without a third column, 12 to 60 lines each."""
    rng = random.Random(f"{seed} {path.name}")
    rows = list(_rows(path))
    batch: list[Row] = []
    size = rng.randint(12, 60)
    for row, following in zip(rows, [*rows[1:], None], strict=True):
        batch.append(row)
        ends = following is None or row.document != following.document
        is_cut = not row.document and len(batch) == size
        if (ends and len(batch) >= shortest) or following is None or is_cut:
            yield batch
            batch, size = [], rng.randint(12, 60)


def _rows(path: Path) -> Iterator[Row]:
    for cells in rows_of(path):
        if cells[0].strip() and cells[1].strip():
            # "news.17#p3" is a part of document "news.17".
            document = re.sub(r"#p\d+$", "", cells[2]) if len(cells) > 2 else ""
            yield Row(document, cells[0], cells[1])


def _noisy(rows: list[Row], foreign: list[Row], rng: random.Random) -> list[Passage]:
    passages: list[Passage] = []
    position = 0
    while position < len(rows):
        if rng.random() < FOREIGN:
            row = rng.choice(foreign)
            passages.append(([row.english], []) if rng.random() < 0.5 else ([], [row.japanese]))
        here = rows[position]
        following = rows[position + 1] if position + 1 < len(rows) else None
        chance = rng.random()
        if following and chance < JOIN:
            joined = [f"{here.english} {following.english}"]
            passages.append((joined, [here.japanese, following.japanese]))
            position += 1
        elif following and chance < 2 * JOIN:
            joined = [here.japanese + following.japanese]
            passages.append(([here.english, following.english], joined))
            position += 1
        elif 2 * JOIN <= chance < 2 * JOIN + DROP:
            passages.append(([here.english], []))
        elif 2 * JOIN + DROP <= chance < 2 * JOIN + 2 * DROP:
            passages.append(([], [here.japanese]))
        else:
            passages.append(([here.english], [here.japanese]))
        position += 1
    return passages


def _laid_out(name: str, passages: list[Passage], mover: random.Random | None) -> Document:
    """The passages one after another; one of the target's elsewhere where there is a mover."""
    order = list(range(len(passages)))
    moved = None
    if mover:
        single = [k for k, (e, j) in enumerate(passages) if len(e) == len(j) == 1]
        moved = mover.choice(single) if single else None
        places = [
            place
            for place in range(len(passages))
            if moved is not None and abs(place - moved) >= AWAY
        ]
        if places and moved is not None:
            order.insert(mover.choice(places), order.pop(moved))
        else:
            moved = None
    starts, target = {}, list[str]()
    for number in order:
        starts[number] = len(target)
        target += passages[number][1]
    source: list[str] = []
    gold: list[Shape] = []
    for number, (english, japanese) in enumerate(passages):
        s, t = len(source), starts[number]
        source += english
        gold.append((tuple(range(s, s + len(english))), tuple(range(t, t + len(japanese)))))
    crossing = [] if moved is None else [bead for bead in gold if starts[moved] in bead[1]]
    return Document(name, source, target, gold, crossing)
