# shellcheck shell=bash
# A Node that is new enough, and the npm packages of a folder.
set -euo pipefail

node_is_new_enough() {
    command -v npm >/dev/null && node -e '
        const [major, minor] = process.versions.node.split(".").map(Number);
        const enough = { 20: 19, 22: 12 }[major];
        process.exit(enough === undefined ? (major > 22 ? 0 : 1) : minor >= enough ? 0 : 1);
    ' 2>/dev/null
}

# Puts a Node ≥ 20.19 first in PATH: the machine's, or one fetched by npm into .tools.
ensure_node() {
    node_is_new_enough && return
    PATH="$top/.tools/node_modules/.bin:$PATH"
    node_is_new_enough && return
    install_packages "${node_packages[@]}"
    step node "fetching Node 22 into .tools" fetch_node || exit 1
    hash -r
    node_is_new_enough || die "Node 20.19 or newer is needed, and $(node --version || echo none) was found." \
        "Install it (https://nodejs.org), then start again."
}

fetch_node() {
    mkdir -p "$top/.tools" &&
        npm install --prefix "$top/.tools" --no-fund --no-audit --no-update-notifier node@22 npm@11
}

# npm ci in FOLDER, unless that was done for this very lockfile and Node.
npm_packages() {
    local folder=$1 wanted stamp="$top/$1/node_modules/.installed"
    wanted="$(node --version) $(fingerprint "$folder/package.json" "$folder/package-lock.json")"
    [[ -f $stamp && $(<"$stamp") == "$wanted" ]] && return
    step "npm-$folder" "installing the npm packages of $folder" \
        npm --prefix "$top/$folder" ci --include=dev --no-fund --no-audit --no-update-notifier || exit 1
    printf '%s\n' "$wanted" >"$stamp"
}

# One line that changes when any file below these paths (relative to the top) does.
fingerprint() {
    (cd "$top" && find "$@" \( -name node_modules -o -name dist \) -prune -o -type f -print0 |
        LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -c 1-64)
}
