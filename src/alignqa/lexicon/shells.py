"""Words that say so little that they may be put in or left out: whatever stands for them, or they
for it, is no wrong word."""

from __future__ import annotations

from alignqa.lexicon.link_units import LIGHT_WORDS

# Owners, places and times beside a noun: Japanese often does without them.
OFTEN_LEFT_OUT = LIGHT_WORDS | frozenset(
    "my your his her its our their outside inside around near instead now today yesterday tomorrow "
    "tonight away back ago yet already soon later together along within across behind above below "
    "beyond despite per via among until since toward towards upon onto".split()
)
# Nouns that only give another its form.
ENGLISH_SHELLS = frozenset(
    "amount bit case degree kind level line lot matter number pair part piece place range rate "
    "series set side sort stuff thing time type way guy people person man".split()
)
# The like in Japanese, which is fond of them: 抗議活動 is a protest, サポート体制 is support, and
# 利用カード is whatever card one uses there.
JAPANESE_SHELLS = frozenset(
    "活動 行為 行動 作業 業務 事業 体制 状態 状況 対策 措置 関係 関連 事項 内容 部分 全体 全般 以上 以下 "
    "以外 自体 自身 同士 全員 当時 直後 直前 期間 時間 場合 方法 タイプ 利用 使用 活用 適用 運用 専用 "
    "実施 対応 用途 目的 観点".split()
)
