#!/usr/bin/env bash
# Installs the build into a folder of its own, builds examples/library against that, and runs program and example there.
#   run.sh BUILD_DIR CXX_COMPILER
set -euo pipefail
build=$1
compiler=$2
source=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fail() {
  echo "FAILED: $*"
  exit 1
}

expect_output() {  # expect_output WHAT WORDS
  grep -qF "$2" "$work/out" || fail "$1: no \"$2\" in: $(head -c 400 "$work/out")"
}

cmake --install "$build" --prefix "$work/prefix" >/dev/null
cat >"$work/story.txt" <<'END'
"We will not sell the mill," Ann Cole told reporters on Monday.

The council said that it had made no offer.
END

echo "the installed program finds its model"
env -u SAYSO_MODELS "$work/prefix/bin/sayso" extract --format json "$work/story.txt" >"$work/out"
expect_output "installed program" "We will not sell the mill"

echo "each installed header stands alone"
for header in "$work"/prefix/include/sayso/*.h; do
  "$compiler" -std=c++20 -fsyntax-only -x c++ -I "$work/prefix/include" "$header"
done

echo "find_package(sayso) links another project"
export CMAKE_PREFIX_PATH=$work/prefix
cmake -G Ninja -S "$source/examples/library" -B "$work/app" -DCMAKE_CXX_COMPILER="$compiler" >/dev/null
cmake --build "$work/app" >"$work/log" || fail "building examples/library: $(cat "$work/log")"
models=$(dirname "$(find "$work/prefix" -name fast.sayso)")
SAYSO_MODELS=$models "$work/app/who_said_what" "$work/story.txt" >"$work/out"
expect_output "examples/library" "Ann Cole: \"We will not sell the mill,\""

[ -f "$source/README.md" ] || exit 0
echo "README.md shows examples/library/main.cpp as it is"
python3 - "$source" <<'END'
import pathlib, sys
source = pathlib.Path(sys.argv[1])
code = (source / "examples/library/main.cpp").read_text()
sys.exit(0 if code in (source / "README.md").read_text() else "FAILED: README.md shows another text")
END
