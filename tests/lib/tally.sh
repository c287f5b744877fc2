# shellcheck shell=bash
# How many tests of each kind passed and failed, and the table at the end.
set -euo pipefail

declare -A passed=() failed=() skipped=() note=() spent=()

# tally KIND PASSED FAILED SKIPPED
tally() {
    passed[$1]=$((${passed[$1]:-0} + $2))
    failed[$1]=$((${failed[$1]:-0} + $3))
    skipped[$1]=$((${skipped[$1]:-0} + $4))
}

# What the table says beside a kind: remark KIND TEXT
remark() {
    note[$1]="${note[$1]:+${note[$1]}; }$2"
}

# One command that is a test by itself: check KIND LOG TITLE COMMAND…
check() {
    local kind=$1 started=$SECONDS
    if step "${@:2}"; then tally "$kind" 1 0 0; else tally "$kind" 0 1 0; fi
    spend "$kind" "$started"
}

# A program that counts its tests: counted KIND FORMAT TITLE RESULT COMMAND…; RESULT is the file it
# leaves, or `log` when its output is to be read.
counted() {
    local kind=$1 format=$2 title=$3 result=$4 name status=0 started=$SECONDS ok bad left
    name="test-$(tr -cs '[:alnum:]\n' '-' <<<"$title")"
    [[ $result != log ]] || result="$top/build/logs/$name.log"
    rm -f "$result"
    step "$name" "$title" timeout -k 10 "${test_timeout_s:-900}" "${@:5}" || status=$?
    read -r ok bad left < <(node "$top/tests/lib/count.mjs" "$format" "$result")
    # It failed, and none of its tests did: one more that did.
    ((status == 0 || bad > 0)) || bad=1
    last_passed=$ok
    tally "$kind" "$ok" "$bad" "$left"
    spend "$kind" "$started"
}

spend() {
    spent[$1]=$((${spent[$1]:-0} + SECONDS - $2))
}

# Prints the table and the last line; fails when anything failed or a kind ran nothing.
table() {
    local kind all_passed=0 all_failed=0
    printf '\n%-10s %7s %7s %7s\n' kind passed failed time
    for kind in "$@"; do
        if ((${passed[$kind]:-0} + ${failed[$kind]:-0} == 0)); then
            tally "$kind" 0 1 0
            remark "$kind" "no test ran"
        fi
        ((${skipped[$kind]:-0} == 0)) || remark "$kind" "${skipped[$kind]} skipped"
        printf '%-10s %7d %7d %5d s  %s\n' "$kind" "${passed[$kind]}" "${failed[$kind]}" \
            "${spent[$kind]:-0}" "${note[$kind]:-}" | sed 's/ *$//'
        all_passed=$((all_passed + passed[$kind]))
        all_failed=$((all_failed + failed[$kind]))
    done
    printf '\n%d passed, %d failed\n' "$all_passed" "$all_failed"
    ((all_failed == 0))
}
