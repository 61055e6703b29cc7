from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_reports import finding, pair, report, unreadable

from alignqa.finding import Severity
from alignqa.gate.codec import of_json, to_json
from alignqa.gate.figures import figures_of
from alignqa.message import Message, told
from alignqa.report import Failure
from alignqa.verdict import Breach, JudgedFile

TEXTS = st.text(max_size=10)
MESSAGES = st.builds(
    lambda words, n, score, more: told(
        "“{words}” {n} times, {score:.1f}{more}", words=words, n=n, score=score, more=more
    ),
    TEXTS,
    st.integers(0),
    st.floats(0, 100),
    TEXTS.map(lambda words: told("; “{words}”", words=words)),
)
FINDINGS = st.builds(
    lambda severity, evidence: replace(finding(severity), evidence=evidence),
    st.sampled_from(Severity),
    st.dictionaries(TEXTS, TEXTS | st.booleans() | st.floats(allow_nan=False) | st.none()),
)
REPORTS = st.lists(
    st.builds(
        lambda found, score: pair(0, *found, score=score),
        st.lists(FINDINGS, max_size=3),
        st.floats(0, 100),
    ),
    max_size=3,
).map(lambda pairs: report(*pairs))
FILES = st.builds(
    lambda made, breaches, fingerprints: JudgedFile(
        "en.txt", "ja.txt", made, figures_of(made), tuple(breaches), fingerprints
    ),
    REPORTS,
    st.lists(
        st.builds(
            Breach, TEXTS, TEXTS | MESSAGES, TEXTS, st.none() | st.integers(1), st.none() | TEXTS
        )
    ),
    st.frozensets(TEXTS),
)


@given(FILES)
def test_what_is_kept_is_found(file: JudgedFile) -> None:
    assert of_json(JudgedFile, json.loads(json.dumps(to_json(file)))) == file


@given(MESSAGES)
def test_a_message_can_still_be_said_in_another_language(message: Message) -> None:
    breach = Breach("max-critical", message, "ja.txt")
    again = of_json(Breach, json.loads(json.dumps(to_json(breach)))).message
    assert isinstance(again, Message)
    assert (again, again.template) == (message, message.template)
    assert isinstance(again.values["more"], Message)


def test_of_a_message_with_values_that_json_lacks_the_words_are_kept() -> None:
    breach = Breach("x", told("at {place}", place=b"?"), "ja.txt")
    again = of_json(Breach, json.loads(json.dumps(to_json(breach)))).message
    assert again == breach.message


def test_what_has_no_report_and_what_failed() -> None:
    failed = replace(report(), failures=(Failure(finding().rule, None, "KeyError: 1"),))
    for file in (unreadable("a"), replace(unreadable("a"), report=failed)):
        assert of_json(JudgedFile, json.loads(json.dumps(to_json(file)))) == file


def test_figures_of_numpy_become_plain_ones() -> None:
    made = pair(0, score=np.float32(50.5), risk=np.float64(0.25))  # type: ignore[arg-type]
    record = json.loads(json.dumps(to_json(replace(made, critical_error=np.bool_(True)))))
    assert of_json(type(made), record) == replace(made, critical_error=True)


@pytest.mark.parametrize("record", [None, [], {}, "a", [1, None, None, None, [], [], None]])
def test_what_is_no_record_is_refused(record: object) -> None:
    with pytest.raises((ValueError, TypeError, KeyError, IndexError)):
        of_json(JudgedFile, record)
