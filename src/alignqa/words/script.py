"""Letters of Japanese."""

from __future__ import annotations

import re

# Kanji, kana of either width, and the iteration mark; no digits, no punctuation.
JAPANESE_LETTER = re.compile(r"[々ぁ-ゖァ-ヺㇰ-ㇿ㐀-䶿一-鿿豈-\ufaffｦ-ﾝ\U00020000-\U0003ffff]")
