"""Model files as src/model/model_file.h describes them: tensors as (kind, rows, columns, bytes), written in one or more parts."""
import os
import struct

import numpy as np
import xxhash

F32, I8, U64, TEXT, PACKED = range(5)
LARGEST = 39_500_000    # bytes of one part


def as_f32(t):
    t = np.ascontiguousarray(np.atleast_2d(t), dtype="<f4")
    return F32, t.shape[0], t.shape[1], t.tobytes()


def as_i8(t):
    scale = np.maximum(np.abs(t).max(1), 1e-8) / 127
    rows = np.rint(t / scale[:, None]).clip(-127, 127).astype(np.int8)
    return I8, t.shape[0], t.shape[1], scale.astype("<f4").tobytes() + rows.tobytes()


def as_u64(numbers):
    return U64, len(numbers), 1, np.asarray(numbers, "<u8").tobytes()


def as_text(s):
    raw = s.encode()
    return TEXT, len(raw), 1, raw


def seven_bits(t):
    """(rows of bytes -63..63, scale a column) of a matrix (depth, columns)."""
    scale = np.maximum(np.abs(t).max(0), 1e-12) / 63
    return np.rint(t / scale).clip(-63, 63).astype(np.int8), scale.astype("<f4")


def as_packed(t, channel):
    """A matrix (depth, columns) in seven bits for x whose channels are multiplied by `channel`, in the kernels' order."""
    rows, scale = seven_bits(t / channel[:, None])
    depth, columns = rows.shape
    panels = [rows[:, c:c + 32].reshape(depth // 4, 4, -1).transpose(0, 2, 1).tobytes() for c in range(0, columns, 32)]
    raw = channel.astype("<f4").tobytes() + scale.tobytes() + rows.astype(np.int32).sum(0).astype("<i4").tobytes()
    return PACKED, depth, columns, raw + b"".join(panels)


def pad(t, columns):
    return np.concatenate([t, np.zeros(t.shape[:-1] + (columns - t.shape[-1],), t.dtype)], -1)


def size(tensors):
    return 64 + sum(100 + len(raw) + 64 for _, _, _, raw in tensors.values())


def write(path, tensors, version):
    directory = 24 + sum(4 + len(n.encode()) + 28 for n in tensors)
    at, entries, data = -(-directory // 64) * 64, b"", []
    start = at
    for name, (kind, rows, columns, raw) in tensors.items():
        entries += struct.pack("<I", len(name.encode())) + name.encode() + struct.pack("<IIIQQ", kind, rows, columns, at, len(raw))
        data.append(raw + b"\0" * (-len(raw) % 64))
        at += len(data[-1])
    body = entries.ljust(start - 24, b"\0") + b"".join(data)
    with open(path, "wb") as f:
        f.write(b"SAYSOMDL" + struct.pack("<IIQ", version, len(tensors), xxhash.xxh3_64_intdigest(body)) + body)


def write_parts(path, tensors, version=2, largest=LARGEST):
    """One file, or where that would be too large several: PATH, then PATH with -2, -3 before its ending."""
    if size(tensors) <= largest:
        write(path, tensors, version)
        return [path]
    mark = as_text(f"{xxhash.xxh3_64_intdigest(b''.join(t[3] for t in tensors.values())):016x}")
    parts = [{}]
    for name, tensor in tensors.items():
        if size({**parts[-1], name: tensor}) > largest - 1000:
            parts.append({})
        parts[-1][name] = tensor
    stem, ending = os.path.splitext(path)
    paths = [path] + [f"{stem}-{k}{ending}" for k in range(2, len(parts) + 1)]
    for k, part in enumerate(parts):
        write(paths[k], {"set": mark, **({"parts": as_text(str(len(parts)))} if k == 0 else {}), **part}, version)
    return paths
