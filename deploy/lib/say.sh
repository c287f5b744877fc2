# shellcheck shell=bash
# Steps that take one line each: what is done, and how long it took. Everything they print goes to
# build/logs, and only the end of it is shown, when a step fails. `top` is the repository's folder.
set -euo pipefail

die() {
    printf '%s\n' "$@" >&2
    exit 1
}

# Runs COMMAND… under "TITLE … 12 s", its output in build/logs/LOG.log; gives its status back.
step() {
    local log="$top/build/logs/$1.log" title=$2 started=$SECONDS status=0
    shift 2
    mkdir -p "$top/build/logs" || die "Nothing can be written in $top/build: is it yours, is the disk full?"
    printf '%s … ' "$title" >&2
    "$@" >"$log" 2>&1 </dev/null || status=$?
    if ((status == 0)); then
        printf '%d s\n' $((SECONDS - started)) >&2
        return 0
    fi
    printf 'failed after %d s\n' $((SECONDS - started)) >&2
    tail -n 40 "$log" | sed 's/^/    /' >&2
    printf '%s\n' "All of it: $log" >&2
    explain "$log" >&2
    return "$status"
}

# What usually stands behind such an output, and what to do about it. Silent when nothing is known.
explain() {
    if disk_is_full || grep -qiE 'no space left on device|ENOSPC|disk quota exceeded' "$1"; then
        echo "The disk is full: make room under $top (a first build takes about 2 GB), then start again."
    elif grep -qE 'EAI_AGAIN|ENOTFOUND|ECONNREFUSED|ETIMEDOUT|ENETUNREACH|Could not resolve|Temporary failure resolving|Could not connect|Unable to connect|Failed to fetch' "$1"; then
        echo "The network did not answer: check the connection (or http_proxy, https_proxy), then start again."
    elif grep -qE 'SELF_SIGNED_CERT|UNABLE_TO_(GET|VERIFY)|CERT_UNTRUSTED' "$1"; then
        echo "The network shows a certificate that is not known here: name its authority in NODE_EXTRA_CA_CERTS, then start again."
    elif grep -qE 'Unable to locate package|has no installation candidate' "$1"; then
        echo "A package has another name or version here: Atelier is built on Debian 12 (bookworm). Install its like by hand, then start again with ATELIER_INSTALL=no."
    elif grep -qE 'Could not get lock|is another process using it' "$1"; then
        echo "Another program is installing packages: wait until it has finished, then start again."
    elif grep -qE 'Killed signal|signal terminated program|out of memory|Cannot allocate memory' "$1"; then
        echo "Memory ran out: close other programs or add swap (a build takes about 1.2 GB a core), then start again."
    elif grep -qiE 'not found|(unable|failed|could not|cannot) (to )?find|CXX_COMPILER|no such file' "$1"; then
        explain_missing
    elif grep -qE 'Permission denied|EACCES|EPERM' "$1"; then
        echo "A file could not be written: $top must belong to you ($(id -un))."
    fi
}

disk_is_full() {
    local free
    free=$(df -Pk "$top" | awk 'NR == 2 { print $4 }')
    ((free < 20000))
}

# One build at a time in this folder: a second one waits for the first.
lock_build() {
    mkdir -p "$top/build" || die "Nothing can be written in $top: it must belong to you ($(id -un))."
    exec 9>"$top/build/lock"
    flock -n 9 && return
    echo "another build is under way here, waiting for it" >&2
    flock 9
}

# What is started afterwards must not hold the lock.
unlock_build() {
    exec 9>&-
}
