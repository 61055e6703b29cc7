"""The network of `alignqa/scoring/reader.py`, in torch, to train it."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import nn
from torch.nn import functional

LANGS = ("en", "ja")
SEEN, HIDDEN, LOGITS, SCALARS = 32, 56, 3, 9


@dataclass
class Side:
    """One language's side of a batch, padded: word vectors (B, n, 256), which are words (B, n), and
    four traits of each word (B, n, 4)."""

    vectors: torch.Tensor
    mask: torch.Tensor
    traits: torch.Tensor


@dataclass
class Batch:
    """Both sides of some pairs."""

    sides: dict[str, Side]


class OneSide(nn.Module):
    """The two layers over the words of one side."""

    def __init__(self) -> None:
        super().__init__()
        self.P = nn.Linear(256, SEEN, bias=False)
        self.edge = nn.Parameter(torch.zeros(SEEN))
        self.h1 = nn.Linear(8 * SEEN + SCALARS, HIDDEN)
        self.h2 = nn.Linear(3 * HIDDEN, HIDDEN)
        self.out = nn.Linear(HIDDEN, LOGITS)


class Network(nn.Module):
    """Gives each word's logits, and for each language that its side was tampered with."""

    def __init__(self) -> None:
        super().__init__()
        self.side = nn.ModuleDict({lang: OneSide() for lang in LANGS})
        self.Q = nn.ModuleDict({lang: nn.Linear(256, SEEN, bias=False) for lang in LANGS})
        self.beta = nn.Parameter(torch.tensor(10.0))
        self.gam = nn.Parameter(torch.tensor(1.0))
        width = 2 * (HIDDEN + 2 * LOGITS) + 1
        self.head = nn.ModuleDict({lang: nn.Linear(width, 1) for lang in LANGS})

    def forward(self, batch: Batch) -> tuple[dict[str, torch.Tensor], dict[str, torch.Tensor]]:
        masks = [batch.sides[lang].mask for lang in LANGS]
        counts = [mask.sum(1, keepdim=True) for mask in masks]
        places = [
            torch.arange(mask.shape[1])[None] / count
            for mask, count in zip(masks, counts, strict=True)
        ]
        cosines = batch.sides["en"].vectors @ batch.sides["ja"].vectors.transpose(1, 2)
        apart = (places[0][:, :, None] - places[1][:, None, :]).abs()
        logits = self.beta * cosines - self.gam * apart
        real = cosines.masked_fill(masks[0][:, :, None] * masks[1][:, None, :] == 0, -1)
        covered = [real.amax(2), real.amax(1)]
        pooled, of_words = [], {}
        for own, lang in enumerate(LANGS):
            other = 1 - own
            attention = torch.softmax(
                (logits if own == 0 else logits.transpose(1, 2)).masked_fill(
                    masks[other][:, None, :] == 0, -1e4
                ),
                2,
            )
            across = LANGS[other]
            rendered = attention @ self.Q[across](batch.sides[across].vectors)
            where = (attention * places[other][:, None, :]).sum(2)
            scalars = torch.stack(
                [
                    covered[own],
                    where - places[own],
                    where - functional.pad(where, (1, 0))[:, :-1],
                    (attention * (1 - covered[other])[:, None, :]).sum(2),
                    torch.log(counts[other] / counts[own]).expand_as(where),
                ],
                2,
            )
            hidden, odds = self._words(
                lang, batch.sides[lang], rendered, torch.cat([scalars, batch.sides[lang].traits], 2)
            )
            chance = torch.sigmoid(odds) * masks[own][:, :, None]
            of_words[lang] = odds
            pooled += [hidden.sum(1) / counts[own], torch.log1p(chance.sum(1)), chance.amax(1)]
        summary = torch.cat([*pooled, torch.log(counts[0] / counts[1])], 1)
        return of_words, {lang: self.head[lang](summary).squeeze(1) for lang in LANGS}

    def _words(
        self, lang: str, side: Side, rendered: torch.Tensor, scalars: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor]:
        layers, mask = self.side[lang], side.mask[:, :, None]
        rendered = rendered * mask
        seen = torch.where(mask > 0, layers.P(side.vectors), layers.edge)
        context = [seen, *(_shifted(seen, by, layers.edge) for by in (1, 2, -1, -2))]
        context += [rendered, _shifted(rendered, 1), _shifted(rendered, -1), scalars * mask]
        hidden = torch.relu(layers.h1(torch.cat(context, 2))) * mask
        hidden = torch.cat([hidden, _shifted(hidden, 1), _shifted(hidden, -1)], 2)
        hidden = torch.relu(layers.h2(hidden)) * mask
        return hidden, layers.out(hidden)


def _shifted(rows: torch.Tensor, by: int, edge: torch.Tensor | None = None) -> torch.Tensor:
    beyond = torch.zeros_like(rows) if edge is None else edge.expand_as(rows)
    if by > 0:
        return torch.cat([beyond[:, :by], rows[:, :-by]], 1)
    return torch.cat([rows[:, -by:], beyond[:, :-by]], 1)
