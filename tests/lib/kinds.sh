# shellcheck shell=bash
# The kinds of test: what each needs built, and how it is run.
set -euo pipefail

results="$top/build/results"

# Builds once; a kind whose program could not be built has failed.
# built KINDS PRESET|web TITLE TARGET…: KINDS are those that cannot run without it.
built() {
    local kind status=0
    lock_build
    if [[ $2 == web ]]; then build_web || status=$?; else build_cpp "${@:2}" || status=$?; fi
    unlock_build
    ((status != 0)) || return 0
    for kind in $1; do
        if wanted "$kind"; then tally "$kind" 0 1 0 && remark "$kind" "$2 could not be built"; fi
    done
    return 1
}

in_tests=(env -C "$top/tests")
in_web_client=(env -C "$top/web-client")

# Sanitizers want the same addresses at every start, where the system lets them have that.
still=()
if setarch "$(uname -m)" -R true 2>/dev/null; then still=(setarch "$(uname -m)" -R); fi

test_tidy() {
    counted tidy tap "levels, texts and rules" "$results/tidy.tap" \
        node --test --test-reporter=spec --test-reporter-destination=stdout \
        --test-reporter=tap "--test-reporter-destination=$results/tidy.tap" "$top"/tests/tidy/*.test.mjs
    check tidy tidy-shell "shellcheck" lint_shell
    check tidy tidy-format "clang-format" check_format
    check tidy tidy-types "types made from the schemas" "${in_tests[@]}" npm run types:check
    check tidy tidy-tests "types of the tests" "${in_tests[@]}" npm run typecheck
    check tidy tidy-page "svelte-check" "${in_web_client[@]}" npm run check
    check tidy tidy-lint "eslint" "${in_web_client[@]}" npm run lint
}

lint_shell() {
    (cd "$top" && shellcheck -x -a deploy/run tests/run .ci/run)
}

check_format() {
    find "$top/server" "$top/tests" -name node_modules -prune -o -name '*.[ch]pp' -print0 |
        xargs -0 clang-format --dry-run -Werror
}

test_clang_tidy() {
    lock_build
    configure_cpp tidy >"$top/build/logs/configure-tidy.log" 2>&1 || true
    unlock_build
    check tidy clang-tidy "clang-tidy" node "$top/tests/tidy/clang-tidy.mjs" "$top/build/tidy"
}

# The Catch2 program of a KIND, from PRESET.
test_cpp() {
    local program="$top/build/$2/tests/$1_tests"
    counted "$1" catch "$1 tests ($2)" log "${still[@]}" "$program" "${@:3}"
}

# The same cases once more under a sanitizer: they count only when they fail.
test_cpp_also() {
    test_cpp "$1" "$2" "${@:4}"
    tally "$1" "-$last_passed" 0 0
    remark "$1" "also under $3: $last_passed"
}

# Sanitizers are slow: fewer worlds of the simulation than the program lives through by itself.
asan_seeds=300

# The programs of tests/fuzz: each first repeats what once went wrong, then looks for more, for
# ATELIER_FUZZ_SECONDS. What it finds is kept in tests/fuzz/regressions, as TARGET.crash-….
fuzz_targets=(frames template import reader entry)

test_fuzz() {
    check fuzz "fuzz-$1" "fuzzing: $1" fuzz "$1"
}

fuzz() {
    local program="$top/build/asan/tests/fuzz/fuzz_$1" kept="$top/tests/fuzz/regressions" known
    for known in "$kept/$1".*; do
        [[ ! -e $known ]] || "${still[@]}" "$program" -timeout=10 "$known" || return
    done
    node "$top/tests/fuzz/seeds.mjs" "$top/build/fuzz" || return
    "${still[@]}" "$program" "-max_total_time=${ATELIER_FUZZ_SECONDS:-60}" -timeout=10 -max_len=20000 \
        -rss_limit_mb=2048 -print_final_stats=1 "-artifact_prefix=$kept/$1." "$top/build/fuzz/$1"
}

vitest=("${still[@]}" node_modules/.bin/vitest run --reporter=default --reporter=json)

# A project of tests/vitest.config.ts: test_vitest KIND PROJECT
test_vitest() {
    counted "$1" vitest "$1 tests" "$results/$1.json" \
        "${in_tests[@]}" "${vitest[@]}" "--outputFile.json=$results/$1.json" --project "$2"
}

# Some scenarios once more, against a server under a sanitizer, which ends at its first finding:
# test_scenarios_also PRESET SANITIZERS FILE…
test_scenarios_also() {
    local files=("${@:3}")
    counted scenario vitest "scenario tests ($1)" "$results/scenario-$1.json" \
        "${in_tests[@]}" "ATELIER_BIN=$top/build/$1/server/atelier" \
        "TSAN_OPTIONS=halt_on_error=1" "ASAN_OPTIONS=halt_on_error=1" \
        "${vitest[@]}" "--outputFile.json=$results/scenario-$1.json" --project scenarios \
        "${files[@]/#/scenarios/}"
    tally scenario "-$last_passed" 0 0
    remark scenario "also under $2: $last_passed"
}

test_client() {
    counted client vitest "client tests" "$results/client.json" \
        "${in_web_client[@]}" "${vitest[@]}" "--outputFile.json=$results/client.json"
}

# What the built pages weigh, against what they may.
test_sizes() {
    check client client-sizes "what a first visit costs" "${in_web_client[@]}" npm run size
}

# Screenshots and traces stay in tests/artefacts. One page after the other, in real browsers, takes its time.
test_browser() {
    local test_timeout_s=${test_timeout_s:-2400}
    counted browser playwright "browser tests" "$results/browser.json" \
        "${in_tests[@]}" "PLAYWRIGHT_JSON_OUTPUT_NAME=$results/browser.json" \
        node_modules/.bin/playwright test --reporter=list,json
}
