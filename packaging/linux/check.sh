#!/usr/bin/env bash
# Proves that a built folder starts on its own: packaging/linux/check.sh [FOLDER]
set -eu
cd "$(dirname "$0")/../.."

image=${1:-target/linux/calmdesk}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

fail() {
    [ ! -s "$scratch/err" ] || cat "$scratch/err" >&2
    echo "FAILED: $*" >&2
    exit 1
}

# No PATH to another Java, no home, no display.
run() {
    env -i HOME="$scratch" PATH=/usr/bin:/bin LANG=C.UTF-8 JAVA_TOOL_OPTIONS="$1" \
        timeout 120 "$image/bin/calmdesk" "${@:2}" >"$scratch/out" 2>"$scratch/err"
}

headless="-Dglass.platform=Headless -Dprism.order=sw -Djavafx.cachedir=$scratch/javafx"

run "" --version || fail "--version ended with $?"
grep -q '[0-9]' "$scratch/out" || fail "--version printed no number"
echo "version: $(head -n 1 "$scratch/out")"

# AOTMode=on: a cache that does not fit stops the start instead of slowing it down.
for start in first second; do
    begin=$(date +%s%N)
    run "$headless -XX:AOTMode=on" desk --data "$scratch/store" --demo --exit-after-paint \
        || fail "the $start start ended with $?"
    echo "$start start: window painted, $((($(date +%s%N) - begin) / 1000000)) ms"
    if grep -v '^Picked up JAVA_TOOL_OPTIONS' "$scratch/err" >"$scratch/said"; then
        cp "$scratch/said" "$scratch/err"
        fail "the $start start complained"
    fi
done
