#!/bin/sh
# Prints the path of a server program: sh tests/server/program.sh nginx|caddy. Where there is none and apt-get is at hand, the
# package of Debian is unpacked into .venv/programs; nothing of the machine changes and no service starts.
set -eu
name=$1
folder=$(pwd)/.venv/programs

find_program() {
    for path in "$name" "/usr/sbin/$name" "/usr/local/sbin/$name" "$folder/usr/sbin/$name" "$folder/usr/bin/$name"; do
        if command -v "$path" >/dev/null 2>&1; then
            command -v "$path"
            return 0
        fi
    done
    return 1
}

if find_program; then
    exit 0
fi

if command -v apt-get >/dev/null 2>&1 && command -v dpkg >/dev/null 2>&1; then
    echo "$name is missing: unpacking Debian's package into .venv/programs" >&2
    mkdir -p "$folder/packages"
    cd "$folder/packages"
    if ! apt-get download -qq "$name" >&2 </dev/null; then
        as_root=""
        [ "$(id -u)" -eq 0 ] || as_root="sudo -n"
        $as_root apt-get update -qq >&2 </dev/null || true
        apt-get download -qq "$name" >&2 </dev/null || true
    fi
    for package in "$name"_*.deb; do
        [ -e "$package" ] && dpkg -x "$package" "$folder"
    done
    if find_program; then
        exit 0
    fi
fi

echo "The tests of servers need $name. Install it (Debian, Ubuntu: sudo apt-get install $name; macOS: brew install $name)." >&2
exit 1
