"""The program under test, run as its users do. The first argument of a test script is its path."""
import atexit, os, pty, shutil, subprocess, sys, tempfile, unittest

# Indexes of records that lie elsewhere are kept in the user's cache: not in that of whoever tests.
os.environ["XDG_CACHE_HOME"] = tempfile.mkdtemp(prefix="sayso-cache-")
atexit.register(shutil.rmtree, os.environ["XDG_CACHE_HOME"], ignore_errors=True)

SAYSO = os.path.abspath(sys.argv.pop(1)) if len(sys.argv) > 1 else "sayso"


def run(*args, stdin=b"", **options):
    return subprocess.run([SAYSO, *args], input=stdin, capture_output=True, timeout=120, **options)


def on_terminal(*args, env=None, stderr_only=False):
    """What a terminal of 80 columns shows: (text, status)."""
    import fcntl, struct, termios
    try:
        leader, follower = pty.openpty()
    except OSError as reason:  # a bare chroot
        raise unittest.SkipTest(f"no pseudo-terminal: {reason}")
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    environment = {k: v for k, v in os.environ.items() if k != "NO_COLOR"} | {"TERM": "xterm"} | (env or {})
    with open(os.devnull, "wb") as nowhere:
        process = subprocess.Popen([SAYSO, *args], stdin=subprocess.DEVNULL, stdout=nowhere if stderr_only else follower,
                                   stderr=follower, env=environment)
    os.close(follower)
    shown = b""
    while True:
        try:
            piece = os.read(leader, 65536)
        except OSError:  # the other end is closed
            break
        if not piece:
            break
        shown += piece
    os.close(leader)
    return shown.decode().replace("\r\n", "\n"), process.wait()
