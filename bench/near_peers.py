"""Near-duplicates by another library: usage: near_peers.py datasketch|rensa FILE, as bench/near.cpp reads and prints."""
import json, re, sys, time

THRESHOLD, PERMUTATIONS, SHINGLE = 0.7, 128, 3


def shingles(text):
    words = re.findall(r"[^\W_]+", text.lower())
    return {" ".join(words[i:i + SHINGLE]) for i in range(len(words) - SHINGLE + 1)}


def by_datasketch(texts):
    from datasketch import MinHash, MinHashLSH
    lsh, pairs = MinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS), []
    for number, text in enumerate(texts):
        one = MinHash(num_perm=PERMUTATIONS)
        one.update_batch([s.encode() for s in shingles(text)])
        pairs += [[other, number] for other in lsh.query(one)]
        lsh.insert(number, one)
    return pairs


def by_rensa(texts):
    from rensa import RMinHash, RMinHashLSH
    lsh, pairs = RMinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS, num_bands=32), []
    for number, text in enumerate(texts):
        one = RMinHash(num_perm=PERMUTATIONS, seed=42)
        one.update(list(shingles(text)))
        pairs += [[other, number] for other in lsh.query(one)]
        lsh.insert(number, one)
    return pairs


def main():
    with open(sys.argv[2], encoding="utf-8") as f:
        texts = f.read().split("\0")
    find = {"datasketch": by_datasketch, "rensa": by_rensa}[sys.argv[1]]
    begin = time.process_time()
    pairs = find(texts)
    print(json.dumps({"documents": len(texts), "seconds": time.process_time() - begin, "pairs": pairs}))


if __name__ == "__main__":
    main()
