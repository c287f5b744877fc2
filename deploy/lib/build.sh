# shellcheck shell=bash
# The server (CMake presets, into build/PRESET) and the web client (into web-client/dist).
set -euo pipefail

# Two checkouts share what was compiled: paths in them are taken relative to their top.
export CCACHE_BASEDIR=$top CCACHE_NOHASHDIR=1
[[ -w ${HOME:-/} ]] || export CCACHE_DIR="$top/build/ccache"

# As many compilers as there are cores, as long as each has the memory that the largest file takes.
jobs() {
    local cores memory
    cores=$(nproc)
    memory=$(awk '/^MemAvailable/ { print int($2 / 1200000) }' /proc/meminfo)
    ((memory < cores)) && cores=$memory
    echo $((cores > 0 ? cores : 1))
}

# Builds TARGET… of PRESET (all of it without one).
build_cpp() {
    step "build-$1" "$2" configure_and_build "$1" "${@:3}"
}

configure_and_build() {
    configure_cpp "$1" && ninja -C "$top/build/$1" -j "$(jobs)" "${@:2}"
}

# The tests are part of it once someone asked for them (with_tests=yes).
configure_cpp() {
    local folder="$top/build/$1" tests=OFF
    [[ ${with_tests:-no} == yes ]] && tests=ON
    # A build folder that was copied from elsewhere is of no use.
    grep -qsxF "CMAKE_HOME_DIRECTORY:INTERNAL=$top" "$folder/CMakeCache.txt" || rm -rf "$folder"
    if [[ -f $folder/build.ninja && ! $top/CMakePresets.json -nt $folder/build.ninja ]]; then
        [[ $tests == OFF ]] || grep -qx 'ATELIER_TESTS:[A-Z]*=ON' "$folder/CMakeCache.txt" && return
    fi
    # What an earlier version set and this one does not know of must not stay.
    cmake --fresh -S "$top" --preset "$1" "-DATELIER_TESTS=$tests"
}

# What an installation adds to the pages: its look, its declaration, its languages.
own_look() {
    local file
    for file in "${ATELIER_THEME:-}" "${ATELIER_DECLARATION:-}" "${ATELIER_LANGUAGES:+$ATELIER_LANGUAGES/*.ts}"; do
        # shellcheck disable=SC2086 # a folder's files, one by one
        [[ -z $file ]] || cat -- $file 2>/dev/null | sha256sum || true
    done
}

build_web() {
    local wanted stamp="$top/build/web-client.built"
    wanted=$(fingerprint web-client)$(own_look)
    [[ -f $top/web-client/dist/index.html && -f $stamp && $(<"$stamp") == "$wanted" ]] && return
    step build-web "building the web client" npm --prefix "$top/web-client" run build || return
    printf '%s\n' "$wanted" >"$stamp"
}
