# Sourced by the other scripts: makes sure that Swift and the two C libraries are there.

say() { printf '%s\n' "$*" >&2; }

if ! command -v swift >/dev/null 2>&1; then
  say 'error: Swift 6.2 or later is needed: https://www.swift.org/install'
  exit 69
fi

missing=
[ -e /usr/include/glpk.h ] || missing="$missing libglpk-dev"
[ -e /usr/include/sha2.h ] || missing="$missing libmd-dev"
if [ -n "$missing" ]; then
  if ! command -v apt-get >/dev/null 2>&1; then
    say "error: please install:$missing"
    exit 69
  fi
  say "installing$missing"
  as_root=
  [ "$(id -u)" -eq 0 ] || as_root=sudo
  # Recommended packages of libglpk-dev are large and not needed. Package lists may be missing or old.
  # shellcheck disable=SC2086
  $as_root apt-get install -y --no-install-recommends $missing >&2 || {
    $as_root apt-get update >&2
    $as_root apt-get install -y --no-install-recommends $missing >&2
  }
fi
