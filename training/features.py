"""Documents as the engine's own features (training/tools/features.cpp), and marks rewritten in other styles."""
import dataclasses
import os
import struct
import subprocess

import numpy as np

TOOL = os.path.join(os.path.dirname(__file__), "..", "build", "release", "sayso_features")

# Each style rewrites marks one for one, so that labels on words stay where they are.
STYLES = {
    "straight": str.maketrans("“”‘’", "\"\"''"),
    "single": str.maketrans("“”‘’", "‘’“”"),
    "typed single": str.maketrans("“”‘’\"", "''\"''"),
    "guillemets": str.maketrans("“”", "«»"),
    "german": str.maketrans("“”‘", "„“‚"),
}


@dataclasses.dataclass
class Features:
    begin: np.ndarray       # code points, one a word
    end: np.ndarray
    paragraphs: np.ndarray  # first word of each
    form: np.ndarray        # u64
    prefix: np.ndarray      # u32
    suffix: np.ndarray
    shape: np.ndarray       # u8
    quote: np.ndarray
    layout: np.ndarray


def of_texts(texts):
    blob = b"".join(struct.pack("<I", len(b)) + b for b in (t.encode("utf-8", "surrogatepass") for t in texts))
    raw = subprocess.run([TOOL], input=blob, stdout=subprocess.PIPE, check=True).stdout
    at, out = 0, []
    for _ in texts:
        n, p = struct.unpack_from("<II", raw, at)
        at += 8
        columns = []
        for kind, count in (("<u4", n), ("<u4", n), ("<u4", p), ("<u8", n), ("<u4", n), ("<u4", n), ("u1", n), ("u1", n), ("u1", n)):
            columns.append(np.frombuffer(raw, kind, count, at))
            at += columns[-1].nbytes
        out.append(Features(*columns))
    return out


def restyle(text, style):
    return text.translate(STYLES[style])
