# shellcheck shell=bash
# Builds what tests/load needs: the server, the generator, the references; installs the peers.
# ATELIER_LOAD_BIN names a folder that holds the built programs already: then nothing is built here.
set -euo pipefail

# shellcheck source=deploy/lib/say.sh
source "$top/deploy/lib/say.sh"
# shellcheck source=deploy/lib/install.sh
source "$top/deploy/lib/install.sh"
# shellcheck source=deploy/lib/node.sh
source "$top/deploy/lib/node.sh"
# shellcheck source=deploy/lib/build.sh
source "$top/deploy/lib/build.sh"

# prepare_load [PACKAGE…]: everything, with these Debian packages besides. `asked` holds the options
# of the command.
prepare_load() {
    # Telling the options needs nothing but Node.
    [[ $asked != *" --help "* ]] || ! find_node || return 0
    lock_build
    local -a for_node
    mapfile -t for_node < <(node_packages)
    install_packages "${build_packages[@]}" catch2 librapidcheck-dev "$@" "${for_node[@]}"
    ensure_node
    mkdir -p "$top/build/logs/npm-tests" # the log of a folder bears its path
    npm_packages tests/load
    [[ -n ${ATELIER_LOAD_BIN:-} ]] ||
        step build-load "building the server and the load programs" build_load || exit 1
    unlock_build
}

build_load() {
    local programs=(load_generator load_epoll_chat load_asio_chat load_sqlite_commits
        load_journal_commits)
    [[ -n ${ATELIER_BIN:-} ]] || programs+=(atelier)
    export with_tests=yes
    configure_cpp release && cmake "$top/build/release" -DATELIER_LOAD=ON &&
        ninja -C "$top/build/release" -j "$(jobs)" "${programs[@]}"
}
