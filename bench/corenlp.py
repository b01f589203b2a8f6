"""Stanford CoreNLP's quotations with their speakers, as a program to measure. Maven fetches it (bench/corenlp.xml)."""
import os, subprocess, sys

from side_by_side import Program

HERE = os.path.dirname(os.path.abspath(__file__))
# What `quote` refuses to start without: whose a quotation is takes names, coreference and dependencies.
ANNOTATORS = "tokenize,pos,lemma,ner,depparse,coref,quote"
# One thread collects garbage: of the collectors this one takes the least CPU time and memory here.
JAVA = ("java", "-XX:+UseSerialGC", "-Xmx6g")


def classpath(folder):
    print("asking Maven for Stanford CoreNLP (480 MB the first time)", file=sys.stderr)
    path = os.path.join(folder, "classpath")
    subprocess.run(["mvn", "-q", "-B", "-f", os.path.join(HERE, "corenlp.xml"), "dependency:build-classpath",
                    f"-Dmdep.outputFile={path}"], check=True, stdout=sys.stderr)
    with open(path, encoding="utf-8") as f:
        return f.read()


def program(folder, short, paths):
    """CoreNLP as its own command line runs it: files to JSON files."""
    start = [*JAVA, "-cp", classpath(folder), "edu.stanford.nlp.pipeline.StanfordCoreNLP", "-annotators", ANNOTATORS,
             "-outputFormat", "json", "-outputDirectory", folder]
    listed = os.path.join(folder, "corenlp.list")
    with open(listed, "w", encoding="utf-8") as f:
        f.write("".join(path + "\n" for path in paths))
    return Program("Stanford CoreNLP 4.5.10", [*start, "-file", short], [*start, "-fileList", listed])
