"""What a run of a program costs, and tables of such figures."""
import os, subprocess, sys, time


class Usage:
    """What one run of a program cost."""

    def __init__(self, command, may_fail=False, **environment):
        begin = time.perf_counter()
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                              env={**os.environ, **environment}) as child:
            message = child.stderr.read().decode()
            _, status, used = os.wait4(child.pid, 0)
            child.returncode = os.waitstatus_to_exitcode(status)
        self.wall = time.perf_counter() - begin
        self.cpu = used.ru_utime + used.ru_stime
        self.memory = used.ru_maxrss * 1024  # at least this script's own 17 MB: a child starts as its copy
        if child.returncode and not may_fail:
            sys.exit(f"bench: {' '.join(command)}: status {child.returncode}\n{message}".rstrip())


def best_of(runs, command, **environment):
    """The run with the least CPU time: what else the machine did only adds to it."""
    return min((Usage(command, **environment) for _ in range(runs)), key=lambda usage: usage.cpu)


def best_within(seconds, command, most=20):
    """The same of as many runs as are begun in that time, so that short runs are repeated and long ones are not."""
    end, runs = time.perf_counter() + seconds, [Usage(command)]
    while len(runs) < most and time.perf_counter() < end:
        runs.append(Usage(command))
    return min(runs, key=lambda usage: usage.cpu)


def table(title, columns):
    print(f"\n{title:32}" + "".join(f"{c:>12}" for c in columns))


def row(label, *cells):
    print(f"  {label:30}" + "".join(f"{c:>12}" for c in cells), flush=True)


def mb(size):
    return f"{size / 1e6:,.0f} MB"
