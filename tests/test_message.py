from __future__ import annotations

import json
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignqa.message import Message, language_name, told
from alignqa.text import Lang


def test_is_an_english_text_for_everybody() -> None:
    message = told("“{name}” is in {language}.", name="Oslo", language=language_name(Lang.JAPANESE))
    assert message == "“Oslo” is in Japanese."
    assert json.dumps({"message": message}) == json.dumps({"message": "“Oslo” is in Japanese."})
    assert f"{message:>24}" == "  “Oslo” is in Japanese."


def test_keeps_its_template_and_its_values() -> None:
    message = told("“{name}” stands {n} times.", name="Oslo", n=3)
    assert message.template == "“{name}” stands {n} times."
    assert dict(message.values) == {"name": "Oslo", "n": 3}


def test_goes_to_another_process_and_back() -> None:
    message = told("“{name}” is in {language}.", name="Oslo", language=told("Dutch"))
    again = pickle.loads(pickle.dumps(message))
    assert again == message
    assert isinstance(again, Message)
    assert again.values["language"] == told("Dutch")
    assert isinstance(again.values["language"], Message)


@given(st.text())
def test_braces_in_a_text_are_only_text(text: str) -> None:
    assert told("“{words}”", words=text) == f"“{text}”"


def test_a_place_without_a_value_is_a_slip_of_the_code() -> None:
    with pytest.raises(KeyError):
        told("“{words}”")
