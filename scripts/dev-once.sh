#!/usr/bin/env bash
# Starts `pnpm dev`, waits until it has built the command line, which depends on most packages, and stops it.
set -euo pipefail
# Job control gives the background job a process group of its own, so that all of it can be stopped.
set -m
log=$(mktemp)
npx -y pnpm@12 dev --ui=stream >"$log" 2>&1 &
dev=$!
trap 'kill -- -"$dev" 2>/dev/null || true; rm -f "$log"' EXIT
for _ in $(seq 180); do
  if grep -q "@usagewire/cli:build:.*dist/index.d.cts" "$log"; then
    echo "pnpm dev built the packages"
    exit 0
  fi
  kill -0 "$dev" 2>/dev/null || break
  sleep 1
done
cat "$log"
echo "pnpm dev did not build the packages" >&2
exit 1
