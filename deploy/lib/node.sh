# shellcheck shell=bash
# A Node that is new enough (20.19, 22.12 or later), and the npm packages of a folder.
set -euo pipefail

# npm's own waits before it tries again add up to minutes of silence where there is no network.
npm_options=(--no-fund --no-audit --no-update-notifier
    --fetch-retry-mintimeout=2000 --fetch-retry-maxtimeout=8000)

node_is_new_enough() {
    command -v npm >/dev/null && node -e '
        const [major, minor] = process.versions.node.split(".").map(Number);
        const enough = { 20: 19, 22: 12 }[major];
        process.exit(enough === undefined ? (major > 22 ? 0 : 1) : minor >= enough ? 0 : 1);
    ' 2>/dev/null
}

# Puts a Node that is new enough first in PATH: the machine's, or the one in .tools.
find_node() {
    node_is_new_enough && return
    PATH="$top/.tools/node_modules/.bin:$PATH"
    hash -r
    node_is_new_enough
}

# Packages without which there can be no Node. Debian 12's own is too old for the page's tools, but
# its npm can fetch a newer one.
node_packages() {
    find_node || printf '%s\n' nodejs npm
}

ensure_node() {
    find_node && return
    command -v npm >/dev/null && step node "fetching Node 22 into .tools" fetch_node
    find_node || die "Node 20.19 or newer is needed here, with npm: install it, then start again."
}

fetch_node() {
    mkdir -p "$top/.tools" &&
        npm install --prefix "$top/.tools" "${npm_options[@]}" node@22 npm@11
}

# npm ci in FOLDER, unless that was done for this very lockfile and Node.
npm_packages() {
    local folder=$1 wanted stamp="$top/$1/node_modules/.installed"
    wanted="$(node --version) $(fingerprint "$folder/package.json" "$folder/package-lock.json")"
    [[ -f $stamp && $(<"$stamp") == "$wanted" ]] && return
    step "npm-$folder" "installing the npm packages of $folder" \
        npm --prefix "$top/$folder" ci --include=dev "${npm_options[@]}" || exit 1
    printf '%s\n' "$wanted" >"$stamp"
}

# One line that changes when any file below these paths (relative to the top) does.
fingerprint() {
    (cd "$top" && find "$@" \( -name node_modules -o -name dist \) -prune -o -type f -print0 |
        LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -c 1-64)
}
