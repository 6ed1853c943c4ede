#!/usr/bin/env bash
# What a build costs at several sizes: see README.md beside this file.
#   bench/run.sh [SIZE…]        default: 1000 10000
#   BENCH_DIR=…                 where to work (default: a new temporary folder, removed at the end)
#   BENCH_FLAGS=…               more options for Java, such as -XX:StartFlightRecording:filename=build.jfr
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd -P)
root=$(dirname "$here")
generator=$root/../shared/bench/gen.py
sizes=("$@")
[ ${#sizes[@]} -gt 0 ] || sizes=(1000 10000)

for tool in python3 opencc; do
  command -v "$tool" >/dev/null || { echo "bench: $tool is missing (Debian: apt-get install opencc python3-jieba)" >&2; exit 2; }
done
[ -f "$generator" ] || { echo "bench: no corpus generator at $generator" >&2; exit 2; }

if [ -n "${BENCH_DIR:-}" ]; then
  work=$BENCH_DIR
  mkdir -p "$work"
else
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
fi
export LC_ALL=C.UTF-8 CUNJIAN_JAVA_OPTS="${BENCH_FLAGS:-}"
results=$work/results.tsv
: >"$results"

# Builds the program and its archive of classes, so that no run pays for them.
"$root/cunjian" --version >&2

files_changed() { # how many files of output $1 have another content than the list $2 says; writes the list anew
  (cd "$1" && find . -type f -print0 | sort -z | xargs -0 sha256sum) >"$2.now"
  if [ -f "$2" ]; then diff "$2" "$2.now" | sed -n 's/^[<>] [0-9a-f]*  //p' | sort -u | wc -l; else wc -l <"$2.now"; fi
  mv "$2.now" "$2"
}

run() { # SIZE NAME
  local log=$work/$1-$2.log figures changed
  figures=$(python3 "$here/measure.py" "$root/cunjian" build --site "$work/site-$1" 2>"$log") || true
  case $figures in
    *' 0' | *' 1') ;; # 1: the content has errors, and the rest was built
    *) echo "bench: build of $1 ($2) failed" >&2; tail -n 40 "$log" >&2; exit 1 ;;
  esac
  changed=$(files_changed "$work/site-$1/output" "$work/$1.sums")
  printf '%s\t%s\t%s\t%s\n' "$1" "$2" "${figures// /$'\t'}" "$changed" >>"$results"
  echo "$1 $2: $figures" >&2
}

for size in "${sizes[@]}"; do
  rm -rf "$work/corpus" "$work/site-$size" "$work/$size.sums"
  python3 "$generator" "$size" "$work/corpus" --format jbake >&2
  "$root/cunjian" new "$work/site-$size" >&2
  mkdir -p "$work/site-$size/content/cases"
  mv "$work"/corpus/posts/* "$work/site-$size/content/cases/"
  run "$size" full
  run "$size" unchanged
  middle=$(printf '%06d' $((size / 2)))
  printf '\n村里又开了一次院坝会，听取了12名村民的意见。\n' >>"$work/site-$size/content/cases/${middle:0:3}/a$middle.md"
  run "$size" "one changed"
done

cpu=$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo 2>/dev/null | sed 1q)
echo "$(nproc 2>/dev/null || echo '?') cores${cpu:+, $cpu}; $(java -version 2>&1 | sed 1q)"
echo
echo '| articles | run | CPU s | wall s | peak MiB | CPU ms an article | files changed |'
echo '| ---: | --- | ---: | ---: | ---: | ---: | ---: |'
awk -F '\t' '{ printf "| %d | %s | %.1f | %.1f | %d | %.2f | %d |\n", $1, $2, $3, $4, $5, 1000 * $3 / $1, $7 }' "$results"
echo
awk -F '\t' '$2 == "full" { n++; size[n] = $1; cpu[n] = $3 }
  END { for (i = 2; i <= n; i++)
    printf "Growth of a full build from %d to %d articles (×%.1f): CPU ×%.1f, at the margin %.2f ms an article\n",
      size[i-1], size[i], size[i] / size[i-1], cpu[i] / cpu[i-1], 1000 * (cpu[i] - cpu[i-1]) / (size[i] - size[i-1]) }' "$results"
for size in "${sizes[@]}"; do
  for name in full unchanged 'one changed'; do
    printf '\n%s articles, %s:\n\n```text\n' "$size" "$name"
    tail -n 25 "$work/$size-$name.log"
    printf '```\n'
  done
done
