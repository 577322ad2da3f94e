#!/usr/bin/env bash
# Installs Chromium for the browser tests, where it is missing and this user may install packages.
set -euo pipefail

for browser in "${HOLON_CHROMIUM:-}" chromium chromium-browser google-chrome; do
  if [ -n "$browser" ] && command -v "$browser" >/dev/null; then exit 0; fi
done

if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
  echo 'Chromium is missing: install it, or set HOLON_CHROMIUM to a browser of its kind.' >&2
  exit 1
fi

log=$(mktemp)
trap 'rm -f "$log"' EXIT
echo 'Installing Chromium.'
if ! { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends chromium; } >"$log" 2>&1; then
  cat "$log" >&2
  exit 1
fi
