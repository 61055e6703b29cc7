"""English words as the planters need them: places, verb forms, articles."""

from __future__ import annotations

import re

# Past and participle of verbs that do not take -ed.
IRREGULAR = {
    line.split()[0]: (line.split()[1], line.split()[2])
    for line in """
    be was been|have had had|do did done|go went gone|say said said|make made made|get got gotten
    know knew known|take took taken|see saw seen|come came come|think thought thought
    give gave given|find found found|tell told told|become became become|leave left left
    feel felt felt|bring brought brought|begin began begun|keep kept kept|hold held held
    write wrote written|stand stood stood|hear heard heard|mean meant meant|meet met met
    run ran run|pay paid paid|sit sat sat|speak spoke spoken|lie lay lain|lead led led
    read read read|grow grew grown|lose lost lost|fall fell fallen|send sent sent
    build built built|understand understood understood|draw drew drawn|break broke broken
    spend spent spent|rise rose risen|drive drove driven|buy bought bought|wear wore worn
    choose chose chosen|win won won|sell sold sold|eat ate eaten|fight fought fought
    show showed shown|shoot shot shot|teach taught taught|catch caught caught|fly flew flown
    sleep slept slept|sing sang sung|swim swam swum|drink drank drunk|forget forgot forgotten
    throw threw thrown|hit hit hit|put put put|set set set|cut cut cut|let let let|cost cost cost
    """.replace("\n", "|").split("|")
    if line.strip()
}
BASE_OF_PAST = {past: base for base, (past, _) in IRREGULAR.items()}
PARTICIPLES = {participle for _, participle in IRREGULAR.values()}
_WORD = re.compile(r"[A-Za-z]+(?:['’-][A-Za-z]+)*")
_FUNCTION = frozenset(
    """a an the this that these those i you he she it we they his her its their my our your him
    them us me who which what when where why how be is are was were been being have has had do does
    did will would can could shall should may might must not no and or but if because as while than
    then so of in on at by to from with without for about into over after before between through
    during against there here also just very too only even still more most some any all""".split()
)


def content_matches(text: str) -> list[re.Match[str]]:
    return [m for m in _WORD.finditer(text) if m.group().lower() not in _FUNCTION]


def content_words(text: str) -> int:
    return len(content_matches(text))


def past(verb: str) -> str:
    if verb in IRREGULAR:
        return IRREGULAR[verb][0]
    if verb.endswith("e"):
        return verb + "d"
    if re.search(r"[^aeiou]y$", verb):
        return verb[:-1] + "ied"
    if re.fullmatch(r"[^aeiou]*[aeiou][bdgklmnprt]", verb):
        return verb + verb[-1] + "ed"
    return verb + "ed"


def with_s(verb: str) -> str:
    """A verb's third person, which looks as a noun's plural does."""
    if verb in {"be", "have"}:
        return {"be": "is", "have": "has"}[verb]
    if re.search(r"(?:s|x|z|ch|sh|o)$", verb):
        return verb + "es"
    if re.search(r"[^aeiou]y$", verb):
        return verb[:-1] + "ies"
    return verb + "s"


def article_mended(before: str, now: str) -> str:
    """The text before a word, its a or an as the word wants it."""
    match = re.search(r"(?i)(?<![\w'’])an?( ?[\"“‘]?)$", before)
    if not match:
        return before
    vowel = re.match(
        r"[\"“‘]?(?:[aeioAEIO](?!ne?\b|uro)|[uU](?!ni|s|t|k|\.)|MP|FBI|NBA|NHL|X-)", now
    )
    first = before[match.start()]
    return before[: match.start()] + first + ("n" if vowel else "") + match.group(1)


def is_base(verb: str) -> bool:
    """A base form whose past is known or regular: `_ed` on anything else would be a guess."""
    return verb in IRREGULAR or not re.search(r"(?:ind|ing|ink|ell|eep|end|ight|eed)$", verb)
