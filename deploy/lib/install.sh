# shellcheck shell=bash
# Debian packages: which are needed, which are missing, and getting them without a question.
set -euo pipefail

build_packages=(g++ cmake ninja-build ccache mold pkg-config libboost1.81-dev
    libboost-program-options1.81-dev nlohmann-json3-dev libsqlite3-dev libfmt-dev libsodium-dev
    libicu-dev libstemmer-dev libeigen3-dev libzip-dev libexpat1-dev libxlsxwriter-dev librsvg2-bin)

missing_packages() {
    local installed
    # dpkg-query fails when it does not know one of them, and still lists the others.
    installed=$(dpkg-query -W -f '${Package} ${db:Status-Status}\n' "$@" 2>/dev/null || true)
    printf '%s\n' "$@" | grep -vxFf <(awk '$2 == "installed" { print $1 }' <<<"$installed") || true
}

# Installs those of the packages that are not there. ATELIER_INSTALL=no leaves the machine alone.
install_packages() {
    needed_packages=("$@")
    [[ ${ATELIER_INSTALL:-yes} != no ]] || return 0
    command -v dpkg-query apt-get >/dev/null || die \
        "This is not a Debian-like system, so nothing can be installed here by itself." \
        "Install what these Debian 12 packages hold, then start again with ATELIER_INSTALL=no:" \
        "  $* (and Node 20.19 or newer)"
    local missing
    mapfile -t missing < <(missing_packages "$@")
    ((${#missing[@]})) || return 0
    become_root "${missing[@]}"
    step install "installing packages: ${missing[*]}" apt_install "${missing[@]}" || exit 1
}

# For a step that lacked something: the packages that would have brought it. Silent when all are there.
explain_missing() {
    local missing=("${needed_packages[@]}")
    if command -v dpkg-query >/dev/null; then mapfile -t missing < <(missing_packages "${missing[@]}"); fi
    ((${#missing[@]} == 0)) || printf '%s\n' "These Debian 12 packages, or their like, are needed here:" \
        "  ${missing[*]}" "Install what is missing, then start again."
}

# as_root: how to run a command with the right to install.
become_root() {
    as_root=()
    ((EUID == 0)) && return
    as_root=(sudo)
    sudo -n true 2>/dev/null && return
    # With someone at the keyboard, sudo may ask for the password.
    [[ -t 0 ]] && command -v sudo >/dev/null && sudo -v && return
    die "These packages are missing, and $(id -un) may not install them:" "  $*" \
        "Have them installed, then start again:" \
        "  apt-get install --no-install-recommends $*"
}

apt_install() {
    local apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y
        -o Acquire::Retries=3 -o DPkg::Lock::Timeout=300)
    # A source that does not answer is no reason to stop: installing tells whether it was needed.
    "${apt[@]}" update || echo "apt-get update failed; going on with the lists that are here"
    "${apt[@]}" install --no-install-recommends "$@"
}
