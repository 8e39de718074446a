#!/bin/sh
# fuzz/keep.sh TARGET   keep in fuzz/corpus the smallest inputs that the runs so far found to be new, up to 24 KB
set -eu
here=$(cd "$(dirname "$0")" && pwd)
learnt=${SAMESTORY_FUZZ:-/tmp/fuzz}/corpus/$1
left=24000
mkdir -p "$here/corpus/$1"
for file in $(ls -Sr "$learnt" | head -n 150); do
    size=$(wc -c < "$learnt/$file")
    left=$((left - size))
    [ "$left" -gt 0 ] || break
    cp "$learnt/$file" "$here/corpus/$1/$file"
done
du -sb "$here/corpus/$1"
