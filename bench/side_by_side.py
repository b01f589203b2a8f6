"""Programs beside each other on the same text: CPU time with and without their start, held against the first of them."""
import dataclasses, json, os, subprocess, sys

from measure import Usage, best_within, mb, row, table

SHORT = '"We will not sell the mill," Ann Cole said on Monday.\n'  # has a quotation: models may be loaded when first needed


@dataclasses.dataclass
class Program:
    label: str
    start: list  # the command over SHORT, which costs what comes before the first word
    whole: list  # the command over the sample
    two_jobs: list | None = None  # the command whose memory is measured, where that is another


def documents(command):
    """(name, text) of each document as sayso reads it, so that all programs see the same."""
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        sys.exit(done.stderr.rstrip())
    for line in done.stdout.splitlines():
        doc = json.loads(line)["doc"]
        yield os.path.splitext(os.path.basename(doc["path"]))[0], doc["text"]


def sample(bench, least):
    """Whole articles of `least` words together, and SHORT: their texts as files; how many words they have."""
    head, paths, words = os.path.join(bench.folder, "head.jsonl"), [], 0
    with open(bench.articles, "rb") as f, open(head, "wb") as out:
        out.writelines(line for line, _ in zip(f, range(least // 200)))
    for _, text in documents(bench.extract(head, model=bench.models[0])):
        if words >= least:
            break
        words += len(text.split())
        paths.append(write(bench, f"sample{len(paths)}.txt", text))
    return write(bench, "short.txt", SHORT), paths, words


def write(bench, name, text):
    path = os.path.join(bench.folder, name)
    with open(path, "w", encoding="utf-8", newline="") as f:
        f.write(text)
    return path


def models(bench, short, paths):
    """The models of sayso as programs."""
    def command(model, jobs, *inputs):
        return bench.extract("--jobs", str(jobs), *inputs, model=model)
    return [Program(f"sayso {os.path.basename(m)}", command(m, 1, short), command(m, 1, *paths), command(m, 2, *paths))
            for m in bench.models]


def compare(title, programs, words):
    """A row a program. The rate is that of the text itself; "with start" is that of the whole run."""
    table(title, ("words/CPU-s", "ratio", "with start", "start CPU s", "memory"))
    first = None
    for program in programs:
        start, whole = best_within(6, program.start), best_within(6, program.whole)
        memory = (Usage(program.two_jobs) if program.two_jobs else whole).memory
        rate = words / max(whole.cpu - start.cpu, 1e-3)
        first = first or rate
        ratio = rate / first
        row(program.label, f"{rate:,.0f}", f"{ratio:,.0f}" if ratio >= 100 else f"{ratio:.3g}", f"{words / whole.cpu:,.0f}",
            f"{start.cpu:.3f}", mb(memory))
