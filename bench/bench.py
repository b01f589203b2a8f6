#!/usr/bin/env python3
"""How fast the program is, with how much memory, and whether its time stays linear. Run by `./dev bench`.

usage: bench.py [read|near|record] [--build DIR] [--shared DIR] [--model M] [--models M,M] [--articles N] [--quick] [--peers]

All figures come from one run on one machine, so that they can be held against each other; CPU seconds are user and system
time of the whole process, its start included. The articles are the first N of ../shared/data/news, or those of examples/
over and over where that is absent. --quick leaves out the inputs of 100 MB. --models are put beside each other, one of them,
--model, is looked at closely. "read" is about the readers of archives alone (bench/read.py), "near" about near-duplicates (bench/near.py), "record" about
what keeping costs (bench/record.py). --peers puts the models beside Stanford CoreNLP and textacy instead (bench/peers.py).
"""
import argparse, json, os, platform, statistics, subprocess, sys, tempfile

import cascade, inputs, near, peers, read, record, side_by_side
from eval import present
from measure import Usage, best_of, mb, row, table

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
KERNELS = ("avx512", "avx2", "portable")
MODELS_WORDS = 40_000  # of the sample on which models are compared: the largest take their time


class Bench:
    def __init__(self, args, folder):
        self.args, self.folder = args, folder
        self.sayso = os.path.join(args.build, "sayso")
        self.models = args.models.split(",") if args.models else present()

    def extract(self, *more, model=None):
        return [self.sayso, "extract", "--format", "json", "--model", model or self.args.model, *more]

    def measure_stages(self):
        done = subprocess.run([os.path.join(self.args.build, "sayso_stages"), self.args.model, self.articles],
                              capture_output=True, text=True)
        if done.returncode:
            sys.exit(done.stderr.rstrip())
        return json.loads(done.stdout)

    def run(self):
        if self.args.what == "read":
            return read.run(self)
        if self.args.what == "near":
            return near.run(self)
        if self.args.what == "record":
            return record.run(self)
        self.args.articles = self.args.articles or 2000
        if self.args.peers:
            self.articles, _ = inputs.articles(self.folder, self.args.shared, min(self.args.articles, 300))
            self.show_machine()
            return peers.compare(self)
        self.articles, where = inputs.articles(self.folder, self.args.shared, self.args.articles)
        self.report = min((self.measure_stages() for _ in range(3)), key=lambda r: sum(s for _, s in r["stages"]))
        self.show_machine()
        self.show_setup(where)
        self.show_models()
        self.show_whole()
        self.show_jobs()
        self.show_stages()
        self.show_start()
        self.show_linearity()

    def show_machine(self):
        print("Set-up")
        print(f"  {'processor':16}{cpu_info('model name') or 'unknown'}, {len(os.sched_getaffinity(0))} cores")
        print(f"  {'it has':16}{', '.join(instruction_sets()) or 'no AVX'}")
        print(f"  {'system':16}{system()}, {platform.machine()}", flush=True)

    def show_setup(self, where):
        print(f"  {'kernels':16}{self.report['kernels']}")
        print(f"  {'articles':16}{self.report['documents']:,} of {where}: {self.report['words']:,} words")

    def show_models(self):
        short, paths, words = side_by_side.sample(self, MODELS_WORDS)
        side_by_side.compare(f"Models, {words:,} words", side_by_side.models(self, short, paths), words)
        gold = os.path.join(self.args.shared, "data", "polnear", "dev")
        if os.path.isdir(gold):
            cascade.compare(self, [m for m in self.models if m != "fast"], gold)
        print(f"\nFrom here on: {self.args.model}")

    def show_whole(self):
        table("Whole program, file to JSON", ("words/CPU-s", "CPU s", "memory", "ratio"))
        words, first = self.report["words"], None
        for kernels in usable_kernels():
            used = best_of(1 if kernels == "portable" else 3, self.extract("--jobs", "1", self.articles), SAYSO_KERNELS=kernels)
            first = first or used
            row(f"1 job, {kernels}", f"{words / used.cpu:,.0f}", f"{used.cpu:.2f}", mb(used.memory), f"{first.cpu / used.cpu:.2f}")
        self.whole = first

    def show_jobs(self):
        table("By the clock", ("words/s", "seconds", "memory", "ratio"))
        one = None
        for jobs in (1, 2):
            runs = [Usage(self.extract("--jobs", str(jobs), self.articles)) for _ in range(5)]
            used = min(runs, key=lambda usage: usage.wall)
            one = one or used
            row(f"{jobs} job{'s'[:jobs - 1]}", f"{self.report['words'] / used.wall:,.0f}", f"{used.wall:.2f}", mb(used.memory),
                f"{one.wall / used.wall:.2f}")

    def show_stages(self):
        table("By stage", ("words/CPU-s", "CPU s", "share"))
        stages = self.report["stages"]
        total = sum(seconds for _, seconds in stages)
        rest = max(0.0, self.whole.cpu - total)
        for label, seconds in stages + [["start, threads, writing", rest]]:
            rate = f"{self.report['words'] / seconds:,.0f}" if seconds > 1e-4 else "-"
            row(label, rate, f"{seconds:.3f}", f"{seconds / (total + rest):.1%}")

    def show_start(self):
        table("Start-up, median of 20", ("wall ms", "CPU ms"))
        empty = os.path.join(self.folder, "empty.txt")
        open(empty, "w").close()
        for label, command in (("sayso --version", [self.sayso, "--version"]), ("an empty file", self.extract(empty))):
            runs = [Usage(command) for _ in range(20)]
            wall, cpu = (1e3 * statistics.median(getattr(r, key) for r in runs) for key in ("wall", "cpu"))
            row(label, f"{wall:.1f}", f"{cpu:.1f}")

    def show_linearity(self):
        large = 10 if self.args.quick else 100
        table("Hostile inputs, CPU s a MB", ("1 MB", f"{large} MB", "memory", "ratio"))
        for label, piece in inputs.HOSTILE:
            small, used = (self.cost_of(piece, megabytes) for megabytes in (1, large))
            row(label, f"{small.cpu:.3f}", f"{used.cpu / large:.3f}", mb(used.memory), f"{used.cpu / large / small.cpu:.2f}")

    def cost_of(self, piece, megabytes):
        path = os.path.join(self.folder, "hostile.txt")
        inputs.write(path, piece, megabytes * 1_000_000)
        return best_of(3 if megabytes == 1 else 1, self.extract("--jobs", "1", path))


def cpu_info(key):
    with open("/proc/cpuinfo", encoding="utf-8") as f:
        return next((line.split(":", 1)[1].strip() for line in f if line.startswith(key)), "")


def instruction_sets():
    flags = cpu_info("flags").split()
    return [name for flag, name in (("avx2", "AVX2"), ("avx512f", "AVX-512"), ("avx512_vnni", "VNNI"), ("amx_tile", "AMX"))
            if flag in flags]


def usable_kernels():
    has = instruction_sets()
    return [k for k in KERNELS if k == "portable" or {"avx512": "AVX-512", "avx2": "AVX2"}[k] in has]


def system():
    with open("/etc/os-release", encoding="utf-8") as f:
        names = dict(line.rstrip("\n").split("=", 1) for line in f if "=" in line)
    return names.get("PRETTY_NAME", platform.system()).strip('"')


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", nargs="?", choices=["all", "read", "near", "record"], default="all")
    parser.add_argument("--build", default=os.path.join(ROOT, "build", "release"))
    parser.add_argument("--shared", default=os.path.join(os.path.dirname(ROOT), "shared"))
    parser.add_argument("--model", default="fast")
    parser.add_argument("--models", help="with commas between; all whose weights are present unless told")
    parser.add_argument("--articles", type=int, help="2,000 unless told; for record all there are")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--peers", action="store_true", help="only the comparison with other programs")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        Bench(args, folder).run()


if __name__ == "__main__":
    main()
