"""The encoder as a network for torch: the body of MiniLM with heads of our own, and how it is packed to be shipped."""

from importlib.resources import files
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import onnx
import safetensors.torch
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from torch.nn import functional

from habeas.model.vocabulary import MODALITIES
from habeas.read.encoder import QUESTIONS, TYPES

WIDTH = 64
"""Numbers by which a question about an event and the answer of a word are compared."""


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
        self.how = nn.Linear(WIDTH, len(MODALITIES))
        size = len(QUESTIONS) * WIDTH
        self.asking, self.ask_of_type = nn.Linear(width, size), nn.Embedding(len(TYPES), size)
        self.answering = nn.Linear(width, size)
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

    def met(self, people: Tensor) -> Tensor:
        """What the states of people's places say of their events."""
        return self.drop(functional.gelu(self.person(people)))

    def hows(self, met: Tensor, types: Tensor) -> Tensor:
        """Log odds of modalities, for events of `types` of those met."""
        return self.how(functional.gelu(self.event(met) + self.of_type(types)))

    def asks(self, met: Tensor, types: Tensor) -> Tensor:
        """The questions about events, a row of numbers each."""
        asked = functional.gelu(self.asking(met) + self.ask_of_type(types))
        return asked.unflatten(-1, (len(QUESTIONS), WIDTH)) * WIDTH**-0.5

    def answers(self, words: Tensor) -> Tensor:
        """The answers of words, a row of numbers a question."""
        return self.answering(words).unflatten(-1, (len(QUESTIONS), WIDTH))


class Alone(nn.Module):
    """The network for one window, as it is shipped."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, kinds: Tensor, people: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """As `habeas.read.encoder` asks: `ids`, `kinds` a number a word piece; `people`: places among them."""
        states = self.network.states(ids[None], kinds[None], torch.ones_like(ids)[None])[0]
        met, every = self.network.met(states[people]), torch.arange(len(TYPES))[None]
        each = met[:, None]
        return (
            self.network.types(met), self.network.hows(each, every), self.network.asks(each, every),
            self.network.answers(states),
        )  # fmt: skip


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


def pack(network: Network, small: Path) -> bytes:
    """The network as ONNX with weights of eight bits, written to the file `small` on the way."""
    window = (torch.ones(9, dtype=torch.int64), torch.zeros(9, dtype=torch.int64), torch.ones(2, dtype=torch.int64))
    given, gives = ["ids", "kinds", "people"], ["types", "hows", "asks", "answers"]
    axes = {"ids": {0: "size"}, "kinds": {0: "size"}, "people": {0: "persons"}}
    whole = BytesIO()
    torch.onnx.export(
        Alone(network), window, whole, input_names=given, output_names=gives, dynamic_axes=axes, dynamo=False,
        opset_version=17,
    )  # fmt: skip
    model = onnx.load_from_string(whole.getvalue())
    # seven of the eight bits: with all, sums overflow on processors that lack VNNI, and answers would differ there
    quantize_dynamic(model, small, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
    return small.read_bytes()
