"""What is measured on: articles, and texts made to be slow."""
import glob, json, os, shutil, subprocess

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def articles(folder, shared, count):
    """A JSON Lines file of `count` articles, and where they are from."""
    path = os.path.join(folder, "articles.jsonl")
    news = os.path.join(shared, "data", "news", "news.jsonl.zst")
    if os.path.exists(news) and shutil.which("zstd"):
        first_lines(news, count, path)
        return path, "../shared/data/news"
    texts = []
    for name in sorted(glob.glob(os.path.join(ROOT, "examples", "gold", "*.txt"))):
        with open(name, encoding="utf-8") as f:
            texts.append(f.read())
    with open(path, "w", encoding="utf-8") as f:
        for i in range(count):
            f.write(json.dumps({"id": str(i), "text": texts[i % len(texts)]}) + "\n")
    return path, "examples, repeated"


def news_texts(shared, count):
    """The first texts of the news; none where they are absent."""
    news = os.path.join(shared, "data", "news", "news.jsonl.zst")
    if not os.path.exists(news) or not shutil.which("zstd"):
        return []
    with subprocess.Popen(["zstd", "-dcq", news], stdout=subprocess.PIPE) as unpack:
        texts = [json.loads(line)["content_original"] for line, _ in zip(unpack.stdout, range(count))]
        unpack.stdout.close()
        unpack.terminate()
    return texts


def first_lines(packed, count, path):
    with open(path, "wb") as out, subprocess.Popen(["zstd", "-dcq", packed], stdout=subprocess.PIPE) as unpack:
        for _ in range(count):
            line = unpack.stdout.readline()
            if not line:
                break
            out.write(line)
        unpack.stdout.close()
        unpack.terminate()


def write(path, piece, size):
    """A text of about `size` bytes: the piece, over and over."""
    piece = piece.encode()
    with open(path, "wb") as f:
        for _ in range(size // (len(piece) * 1000)):
            f.write(piece * 1000)
        f.write(piece * (size % (len(piece) * 1000) // len(piece)))


DEPTH = 5000  # pairs of marks, so 10,000 quotations
HOSTILE = (
    ("nothing but quotation marks", '"'),
    ("one paragraph", '"We will not sell the mill," Ann Cole said on Monday, and she meant it. '),
    ("10,000 nested quotations", "“‘" * DEPTH + "so" + "’”" * DEPTH + " he said.\n"),
    ("alternating marks", "“ ’ \" ‘ ” ' « ” » ‘ "),
)
