#!/usr/bin/env bash
# The proof that a fresh machine is enough: a bare Debian 12 in a temporary folder, this repository as committed, then
# `./dev run` and `./dev test` in there. Needs root (chroot, mount) and debootstrap; takes about as long as two builds.
#   tests/fresh/run.sh [--keep]
# Mirror, proxy and certificates are those that this machine uses. --keep leaves the folder behind.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

keep=no
[ "${1:-}" != --keep ] || keep=yes
[ "$(id -u)" = 0 ] || { echo "fresh: needs root: sudo $0"; exit 2; }
command -v debootstrap >/dev/null || apt-get install -y -qq --no-install-recommends debootstrap >/dev/null

root=$(mktemp -d)/debian
declare -A seconds

clean_up() {
  ! mountpoint -q "$root/dev/pts" || umount "$root/dev/pts"
  ! mountpoint -q "$root/proc" || umount "$root/proc"
  if [ $keep = yes ]; then echo "fresh: kept: $root"; else rm -rf --one-file-system "$(dirname "$root")"; fi
}
trap clean_up EXIT

timed() {  # timed NAME COMMAND...
  local name=$1 begin=$SECONDS
  shift
  echo "=== fresh: $name"
  "$@"
  seconds[$name]=$((SECONDS - begin))
}

mirror() {
  apt-get indextargets --format '$(REPO_URI) $(CODENAME) $(COMPONENT)' 'Identifier: Packages' |
    awk '$2 == "bookworm" && $3 == "main" { sub("/$", "", $1); print $1; exit }'
}

# What this machine needs to reach the mirror, if anything.
copy_network() {
  cp /etc/resolv.conf /etc/hosts "$root/etc/"
  apt-config dump | grep -E '^Acquire::(https?|ftp)::' >"$root/etc/apt/apt.conf.d/90host" || true
  mkdir -p "$root/etc/ssl/certs"
  cp /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/" 2>/dev/null || true
}

bare_debian() {
  local from
  from=$(mirror)
  debootstrap --variant=minbase bookworm "$root" ${from:+"$from"} >/dev/null
  copy_network
  mount -t proc proc "$root/proc"
  mkdir -p "$root/dev/pts"
  mount -t devpts -o newinstance,ptmxmode=0666 devpts "$root/dev/pts"  # tests look at a terminal
  ln -sf pts/ptmx "$root/dev/ptmx"
}

copy_repository() {
  mkdir -p "$root/root/sayso"
  git archive HEAD | tar -x -C "$root/root/sayso"
}

inside() {
  local proxies
  mapfile -t proxies < <(env | grep -iE '^(https?|no)_proxy=' || true)
  chroot "$root" env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin TERM=dumb "${proxies[@]}" \
    bash -c 'cd /root/sayso && "$@"' - "$@"
}

timed "bare Debian 12" bare_debian
timed "copy of the repository" copy_repository
timed "./dev run" inside ./dev run
timed "./dev run again" inside ./dev run >/dev/null
timed "./dev test" inside ./dev test

echo
echo "fresh: all passed"
for name in "bare Debian 12" "./dev run" "./dev run again" "./dev test"; do
  printf '  %-24s%5d s\n' "$name" "${seconds[$name]}"
done
printf '  %-24s%5d MB\n' "disk" "$(du -smx "$root" | cut -f1)"
