#!/bin/sh
# fuzz/run.sh TARGET SECONDS [options of libFuzzer]   fuzz one reader; see README.md
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(dirname "$here")
work=${SAMESTORY_FUZZ:-/tmp/fuzz}
target=$1 seconds=$2
shift 2
if [ ! -x "$work/venv/bin/python" ]; then
    "$root/.venv/bin/uv" venv -q "$work/venv" --python "$root/.venv/bin/python"
    "$root/.venv/bin/uv" pip install -q -p "$work/venv/bin/python" "atheris>=3.0"
fi
# The fuzzer's own environment sees what the project has installed.
packages=$("$work/venv/bin/python" -c 'import sysconfig; print(sysconfig.get_paths()["purelib"])')
"$root/.venv/bin/python" -c 'import sysconfig; print(sysconfig.get_paths()["purelib"])' > "$packages/samestory.pth"
echo "$root/src" >> "$packages/samestory.pth"
mkdir -p "$work/corpus/$target" "$work/found/$target"
"$root/.venv/bin/python" "$here/seeds.py" "$work/seeds/$target" "$target"
"$root/.venv/bin/python" -c "import sys; sys.path.insert(0, '$here'); import targets
print(*('\"' + ''.join(f'\\\\x{b:02x}' for b in word.encode()) + '\"' for word in targets.TARGETS['$target'].words), sep='\n')" > "$work/$target.dict"
end=$(($(date +%s) + seconds)) status=0
while left=$((end - $(date +%s))) && [ "$left" -gt 1 ] && [ "$(ls "$work/found/$target" | wc -l)" -lt 10 ]; do
    nice -n 10 "$work/venv/bin/python" "$here/harness.py" "$target" -max_total_time="$left" -max_len=65536 -len_control=20 -timeout=60 -rss_limit_mb=500 \
        -dict="$work/$target.dict" -artifact_prefix="$work/found/$target/" -print_final_stats=1 "$@" \
        "$work/corpus/$target" "$work/seeds/$target" "$here/corpus/$target" 2> "$work/$target.log" || status=$?
    tail -n 12 "$work/$target.log"
done
ls "$work/found/$target"
exit "$status"
