#!/bin/sh
# Prints the path of a Chromium; installs Debian's package when there is none and apt-get is at hand.
set -eu

find_chromium() {
    for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable \
        "/Applications/Chromium.app/Contents/MacOS/Chromium" \
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do
        if [ -n "$name" ] && command -v "$name" >/dev/null 2>&1; then
            command -v "$name"
            return 0
        fi
    done
    return 1
}

if find_chromium; then
    exit 0
fi

as_root=""
if [ "$(id -u)" -ne 0 ]; then
    as_root="sudo -n"
fi
if command -v apt-get >/dev/null 2>&1 && { [ -z "$as_root" ] || $as_root true 2>/dev/null; }; then
    echo "Chromium is missing: installing Debian's package chromium" >&2
    export DEBIAN_FRONTEND=noninteractive
    $as_root apt-get update -qq >&2 </dev/null
    $as_root apt-get install -y -qq --no-install-recommends chromium >&2 </dev/null
    if find_chromium; then
        exit 0
    fi
fi

echo "The browser tests need Chromium. Install it (Debian, Ubuntu: sudo apt-get install chromium; macOS and others:" >&2
echo "Chromium or Google Chrome) or name it: CHROMIUM=/path/to/chromium make test" >&2
exit 1
