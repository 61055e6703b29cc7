"""Build the bilingual lexicon that ships with alignqa, from JMdict, JMnedict and CLDR.

    pip install jamdict-data babel
    python training/lexicon.py --out src/alignqa/data/lexicon

JMdict gives every word that is not archaic or obscure; JMnedict the names that are written in
katakana, and organizations, companies, products and works however they are written; CLDR the
countries. Each Japanese form is stored under its own spelling and under Sudachi's normalised form,
each English phrase under the lemmas of its words, so that the look-ups meet the text half-way.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import sqlite3
import time
import tomllib
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from alignqa.lexicon.entry import CLOSED_KINDS
from alignqa.lexicon.keys import english_key, japanese_key
from alignqa.lexicon.store import TABLES, closed_list

KINDS = Path(__file__).with_name("kinds.toml")
LEFT_OUT = {
    "archaism", "obscure term", "obsolete term", "derogatory", "vulgar expression or word",
    "manga slang", "Internet slang", "rare", "dated term",
}  # fmt: skip
NOUN = re.compile(r"^noun|^suffix|^prefix|'no'|^pronoun")
NAME_KINDS = {
    "organization": "institution",
    "company": "company",
    "product": "product",
    "work": "work",
}
WEEKDAYS = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
# Codes of CLDR that name no country: unions, test locales, the unknown.
NO_COUNTRY = {"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ", "AQ"}
PARENTHESIS = re.compile(r"\s*\([^()]*\)\s*")
KATAKANA = re.compile(r"^[ァ-ヺー・＝]+$")


@dataclass(frozen=True)
class Entry:
    """One Japanese form with one English phrase. A lower rank is a more usual rendering: steps of
    `STEP` for how common the word, the sense, the gloss and the spelling are, and in between
    JMdict's band of frequency in newspapers, 1 to 48."""

    japanese: str
    english: str
    kind: str
    rank: int


def phrases(gloss: str) -> list[str]:
    """The phrases a gloss stands for: notes in parentheses dropped, or read as optional words."""
    gloss = unicodedata.normalize("NFKC", gloss).strip()
    bare = PARENTHESIS.sub(" ", gloss).strip(" ,;")
    found = [bare]
    if re.match(r"^\([^()]*\)\s*\w", gloss) and not gloss.startswith("(abbr"):
        found.append(re.sub(r"[()]", "", gloss))
    return [re.sub(r"\s+", " ", phrase) for phrase in found if phrase and len(phrase) < 80]


class Kinds:
    """Tells the kind of a word from its English gloss and its Japanese form."""

    def __init__(self) -> None:
        table = tomllib.loads(KINDS.read_text("utf-8"))
        self._countries = {name.lower(): code for code, name, _ in cldr_countries()}
        for code, names in table.pop("country").items():
            self._countries |= dict.fromkeys(names, code)
        self._heads = {head: kind for kind, entry in table.items() for head in entry["heads"]}
        self._endings = {kind: set(entry["endings"]) for kind, entry in table.items()}

    def country(self, phrase: str) -> str:
        """The code of the country that this phrase names, or ""."""
        bare = re.sub(r"^the\s+", "", phrase.lower())
        return self._countries.get(bare, "") if phrase[0].isupper() or phrase[:4] == "the " else ""

    def of(self, phrase: str, form: str) -> str:
        """The kind of a noun, by its gloss and its Japanese form; "" for none."""
        folded = re.sub(r"^the\s+", "", phrase.lower())
        if folded in WEEKDAYS:
            return "weekday"
        before_of = re.split(r"\s+(?:of|for)\s+", folded)[0].split()
        kind = self._heads.get(before_of[-1], "") if before_of else ""
        if kind and form[-1] in self._endings[kind]:
            return kind
        # ハウス is any house, but ホワイトハウス is one.
        is_named = " " in folded or phrase[0].isupper()
        return kind if kind and is_named and KATAKANA.match(form) else ""


def cldr_countries() -> list[tuple[str, str, str]]:
    """(code, English name, Japanese name) of each country and territory."""
    from babel import Locale

    english, japanese = Locale("en").territories, Locale("ja").territories
    return [
        (code, re.sub(r"\s*\(.*\)", "", english[code]), re.sub(r"\s*\(.*\)", "", japanese[code]))
        for code in english
        if code.isalpha() and code in japanese and code not in NO_COUNTRY
    ]


STEP = 50


def commonness(marks: str | None) -> int:
    """0 for a word that newspapers print most, below `STEP` for a common one, by JMdict's marks."""
    if not marks:
        return 4 * STEP + STEP - 1
    band = re.search(r"nf(\d\d)", marks)
    return int(band[1]) if band else STEP - 1


def jmdict_entries(db: sqlite3.Connection, kinds: Kinds) -> Iterator[Entry]:
    forms: dict[int, list[tuple[str, int]]] = defaultdict(list)
    kanji_of = set()
    for idseq, text, marks in db.execute(
        "SELECT k.idseq, k.text, (SELECT group_concat(p.text) FROM KJP p WHERE p.kid = k.ID) FROM Kanji k ORDER BY k.ID"
    ):
        forms[idseq].append((text, commonness(marks)))
        kanji_of.add(idseq)
    usually_kana = {
        row[0]
        for row in db.execute(
            "SELECT s.idseq FROM misc m JOIN Sense s ON s.ID = m.sid WHERE m.text LIKE 'word usually%'"
        )
    }
    for idseq, text, marks in db.execute(
        "SELECT k.idseq, k.text, (SELECT group_concat(p.text) FROM KNP p WHERE p.kid = k.ID) FROM Kana k ORDER BY k.ID"
    ):
        # The kana of a word that is written in kanji would match everywhere.
        if idseq not in kanji_of or idseq in usually_kana or KATAKANA.match(text):
            forms[idseq].append((text, commonness(marks)))
    misc, pos, position = defaultdict(set), defaultdict(set), defaultdict(int)
    for sid, text in db.execute("SELECT sid, text FROM misc"):
        misc[sid].add(text)
    for sid, text in db.execute("SELECT sid, text FROM pos"):
        pos[sid].add(text)
    inherited: dict[int, set[str]] = {}
    for sid, idseq in db.execute("SELECT ID, idseq FROM Sense ORDER BY ID").fetchall():
        parts = pos[sid] or inherited.get(idseq, set())
        inherited[idseq] = parts
        position[idseq] += 1
        if misc[sid] & LEFT_OUT:
            continue
        noun = any(NOUN.search(part) for part in parts)
        glosses = [
            row[0]
            for row in db.execute(
                "SELECT text FROM SenseGloss WHERE sid = ? AND lang = 'eng'", (sid,)
            )
        ]
        # Glosses that name a country tell what the others of its sense are.
        codes = [code for gloss in glosses for p in phrases(gloss) if (code := kinds.country(p))]
        opens = glosses and any(kinds.country(phrase) for phrase in phrases(glosses[0]))
        is_country = noun and codes and (opens or len(codes) * 2 > len(glosses))
        country = f"country/{codes[0]}" if is_country else ""
        for place, gloss in enumerate(glosses):
            for phrase in phrases(gloss):
                for number, (form, uncommon) in enumerate(forms[idseq]):
                    kind = country or (kinds.of(phrase, form) if noun else "")
                    steps = min(position[idseq] - 1, 3) + min(place, 3) + min(number, 3)
                    yield Entry(form, phrase, kind, STEP * steps + uncommon)


def jmnedict_entries(db: sqlite3.Connection) -> Iterator[Entry]:
    has_kanji = {row[0] for row in db.execute("SELECT idseq FROM NEKanji")}
    rows = db.execute(
        """SELECT n.idseq, g.text, group_concat(t.text) FROM NETranslation n
           JOIN NETransGloss g ON g.tid = n.ID JOIN NETransType t ON t.tid = n.ID
           GROUP BY n.ID, g.text"""
    ).fetchall()
    forms: dict[int, list[str]] = defaultdict(list)
    for idseq, text in db.execute("SELECT idseq, text FROM NEKanji"):
        forms[idseq].append(text)
    for idseq, text in db.execute("SELECT idseq, text FROM NEKana"):
        if idseq not in has_kanji and KATAKANA.match(text):
            forms[idseq].append(text)
    for idseq, gloss, types in rows:
        named = next((NAME_KINDS[t] for t in types.split(",") if t in NAME_KINDS), "")
        if idseq in has_kanji and not named:
            continue
        for phrase in phrases(gloss):
            for number, form in enumerate(forms[idseq]):
                yield Entry(form, phrase, named or "name", STEP * (8 + number))


def country_entries() -> Iterator[Entry]:
    for code, english, japanese in cldr_countries():
        yield Entry(japanese, english, f"country/{code}", 0)


OF_A_COUNTRY = re.compile(r"^(?P<country>.+?)(?:国民|人|語|系|製|軍|産|料理)$")
ADJECTIVE = re.compile(
    r"^(?:an? |the )?(?P<adjective>[A-Z][a-z]+)(?: (?:person|people|language|army|cuisine))?$"
)


def adjective_entries(entries: list[Entry]) -> Iterator[Entry]:
    """From フランス語 = "French" the adjective: フランス is how "French" is rendered in compounds."""
    countries = {entry.japanese: entry.kind for entry in entries if entry.kind[:7] == "country"}
    for entry in entries:
        form, gloss = OF_A_COUNTRY.match(entry.japanese), ADJECTIVE.match(entry.english)
        if form and gloss and form["country"] in countries:
            kind = countries[form["country"]]
            yield Entry(form["country"], gloss["adjective"], kind, entry.rank + STEP)


# Iraq → Iraqi, Syria → Syrian, Canada → Canadian, Vietnam → Vietnamese. What no one says is never
# looked up either.
DERIVED = 20 * 50
ADJECTIVE_ENDINGS = ("i", "n", "an", "ian", "ese")


def derived_adjectives(entries: list[Entry]) -> Iterator[Entry]:
    """Regular adjectives of the countries' names."""
    for entry in entries:
        if entry.kind[:7] == "country" and re.fullmatch(
            r"(?:[A-Z]\w+ )*[A-Z]\w{3,}", entry.english
        ):
            stems = {entry.english, entry.english.rstrip("aeoy")}
            for stem in sorted(stems):
                for ending in ADJECTIVE_ENDINGS:
                    yield Entry(entry.japanese, stem + ending, entry.kind, DERIVED)


HEAD_OF = re.compile(
    r"^(?:the )?(?P<head>[A-Z]\w+) (?:of|for) (?:the )?(?P<rest>[A-Z].+?)(?: Affairs)?$"
)


def with_peoples(entries: list[Entry]) -> list[Entry]:
    """The entries; a country's people and language, 日本人 and 日本語, have the kind of the country."""
    countries = {entry.japanese: entry.kind for entry in entries if entry.kind[:7] == "country"}
    return [
        replace(entry, kind=countries[entry.japanese[:-1]])
        if entry.japanese[-1] in "人語" and entry.japanese[:-1] in countries and not entry.kind
        else entry
        for entry in entries
    ]


def turned_round(entries: list[Entry]) -> Iterator[Entry]:
    """ "Ministry of Foreign Affairs" is the Foreign Ministry too, in the newspapers above all."""
    for entry in entries:
        if entry.kind in {"institution", "office"} and (found := HEAD_OF.match(entry.english)):
            phrase = f"{found['rest']} {found['head']}"
            yield Entry(entry.japanese, phrase, entry.kind, entry.rank + STEP)


# A form that ends this many others of its kind is no name but a head: 大臣, 政府, 裁判所.
HEAD_OF_AT_LEAST = 9


def without_heads(entries: list[Entry]) -> list[Entry]:
    """The entries, with no kind for a Japanese form that is the head of many others of the kind."""
    forms: dict[str, set[str]] = defaultdict(set)
    for entry in entries:
        if entry.kind in {"institution", "office"}:
            forms[entry.kind].add(entry.japanese)
    longer = Counter(
        (kind, form[start:])
        for kind, found in forms.items()
        for form in found
        for start in range(1, len(form) - 1)
        if form[start:] in found
    )
    return [
        replace(entry, kind="") if longer[entry.kind, entry.japanese] >= HEAD_OF_AT_LEAST else entry
        for entry in entries
    ]


def write(path: Path, entries: list[Entry], origin: dict[str, str]) -> None:
    """One row a Japanese spelling and one an English key, each with its entries as lines."""
    from_japanese: dict[str, dict[str, tuple[int, str]]] = defaultdict(dict)
    from_english: dict[str, dict[str, tuple[int, str]]] = defaultdict(dict)
    for entry in entries:
        kept = from_japanese[entry.japanese].get(entry.english)
        if kept is None or entry.rank < kept[0]:
            from_japanese[entry.japanese][entry.english] = (entry.rank, entry.kind)
        key = english_key(entry.english)
        if key:
            kept = from_english[key].get(entry.japanese)
            if kept is None or entry.rank < kept[0]:
                from_english[key][entry.japanese] = (entry.rank, entry.kind)
    spellings: dict[str, set[str]] = defaultdict(set)
    for form in from_japanese:
        spellings[form].add(form)
        spellings[japanese_key(form)].add(form)
    path.unlink(missing_ok=True)
    db = sqlite3.connect(path)
    db.execute("PRAGMA page_size = 8192")
    db.execute("CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID")
    db.execute("CREATE TABLE japanese (spelling TEXT PRIMARY KEY, entries TEXT) WITHOUT ROWID")
    db.execute("CREATE TABLE english (key TEXT PRIMARY KEY, entries TEXT) WITHOUT ROWID")
    db.executemany("INSERT INTO about VALUES (?, ?)", origin.items())

    def lines(found: dict[str, tuple[int, str]], most: int) -> list[str]:
        ordered = sorted(found.items(), key=lambda item: (item[1][0], item[0]))[:most]
        return [f"{text}\t{kind}\t{rank}" for text, (rank, kind) in ordered]

    def japanese_rows() -> Iterator[tuple[str, str]]:
        for spelling, forms in sorted(spellings.items()):
            merged: dict[str, tuple[int, str]] = {}
            # Another word's normalised form must not hide the word that is spelt so.
            for form in [spelling] if spelling in from_japanese else sorted(forms):
                for english, value in from_japanese[form].items():
                    merged[english] = min(merged.get(english, value), value)
            yield spelling, "\n".join(lines(merged, 16))

    db.executemany("INSERT INTO japanese VALUES (?, ?)", japanese_rows())
    db.executemany(
        "INSERT INTO english VALUES (?, ?)",
        ((key, "\n".join(lines(found, 40))) for key, found in sorted(from_english.items())),
    )
    db.commit()
    db.execute("VACUUM")
    list_closed_kinds(db, path)
    db.close()


def list_closed_kinds(db: sqlite3.Connection, path: Path) -> None:
    """Writes the keys with a meaning of a closed kind, a line each, beside the lexicon."""
    for lang, (table, column) in TABLES.items():
        rows = db.execute(f"SELECT {column}, entries FROM {table} ORDER BY {column}")
        keys = [
            key
            for key, entries in rows
            if any(kind_of(line) in CLOSED_KINDS for line in entries.split("\n"))
        ]
        closed_list(path, lang).write_text("\n".join(keys), "utf-8")


def kind_of(line: str) -> str:
    return line.split("\t")[1].partition("/")[0]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, required=True, help="folder to write the lexicon to")
    options = parser.parse_args()
    began = time.monotonic()

    import jamdict_data

    db = sqlite3.connect(Path(jamdict_data.__file__).with_name("jamdict.db"))
    entries = [*country_entries(), *jmdict_entries(db, Kinds()), *jmnedict_entries(db)]
    entries += [*adjective_entries(entries), *derived_adjectives(entries), *turned_round(entries)]
    entries = without_heads(with_peoples(entries))
    versions = dict(db.execute("SELECT key, value FROM meta WHERE key LIKE 'jm%'"))
    options.out.mkdir(parents=True, exist_ok=True)
    path = options.out / "lexicon.sqlite"
    write(path, entries, {"entries": str(len(entries)), **versions})
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    print(
        f"{len(entries):,} entries, {path.stat().st_size:,} bytes, {time.monotonic() - began:.0f} s"
    )
    print(f"sha256 {digest}")


if __name__ == "__main__":
    main()
