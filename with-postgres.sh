#!/usr/bin/env bash
# Runs a command with a PostgreSQL of its own, and throws that away afterwards.
#
#   ./with-postgres.sh cargo test -p centre      TEST_POSTGRES_URL is set for the command
#   ./with-postgres.sh --find                    print the folder of PostgreSQL's programs
#
# The cluster lives in a temporary folder, listens on a free loopback port and on a socket in that folder, and runs as
# an unprivileged user even if you are root. No other cluster of this machine is touched.
set -euo pipefail

# Prints the newest folder that holds all of the programs; Debian keeps them off the PATH.
find_programs() {
  local folder
  while read -r folder; do
    [[ -x $folder/initdb && -x $folder/postgres && -x $folder/pg_isready ]] && printf '%s\n' "$folder" && return
  done < <(
    printf "%s\n" /usr/lib/postgresql/*/bin | sort -rV
    dirname "$(readlink -f "$(command -v initdb || echo /none/initdb)")"
  )
  echo "PostgreSQL is missing: apt-get install postgresql" >&2
  return 1
}

programs=$(find_programs)
if [[ ${1-} == --find ]]; then printf '%s\n' "$programs" && exit; fi
(($#)) || { echo "usage: ./with-postgres.sh COMMAND…" >&2 && exit 2; }

folder=$(mktemp -d /tmp/naikkelas-postgres.XXXXXX) # a short path: a socket's may have 107 letters
password=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
printf '%s' "$password" >"$folder/password"
server=

# PostgreSQL refuses to run as root.
unprivileged=()
if ((EUID == 0)); then
  user=postgres
  id -u "$user" >/dev/null 2>&1 || user=nobody
  chown -R "$user" "$folder"
  unprivileged=(--reuid "$user" --regid "$(id -g "$user")" --init-groups)
fi
as_server() { cd "$folder" && exec setpriv "${unprivileged[@]}" "$@"; } # for a subshell: it becomes the program

clean_up() {
  local code=$?
  trap - EXIT INT TERM HUP
  # Immediate: nobody wants this data again.
  if [[ $server ]]; then kill -QUIT "$server" 2>/dev/null && wait "$server" 2>/dev/null || true; fi
  rm -rf "$folder"
  exit "$code"
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
trap 'exit 129' HUP

(as_server "$programs/initdb" --pgdata="$folder/data" --username=naikkelas --pwfile="$folder/password" \
  --auth-local=trust --auth-host=scram-sha-256 --encoding=UTF8 --locale=C.UTF-8 --no-sync) >"$folder/initdb.log" 2>&1 ||
  { cat "$folder/initdb.log" >&2 && exit 1; }

# A few tries, since another program can take the port between our look and PostgreSQL's.
for _ in {1..5}; do
  port=$((20000 + RANDOM % 12000)) # below the range that the kernel hands out by itself
  if (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then continue; fi
  # Speed before safety: fsync and its kin are off. --pdeathsig: should this script be killed, the server follows it.
  (as_server --pdeathsig QUIT "$programs/postgres" -D "$folder/data" -k "$folder" -h 127.0.0.1 -p "$port" \
    -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=200) \
    >"$folder/server.log" 2>&1 </dev/null &
  server=$!
  for _ in {1..100}; do
    if "$programs/pg_isready" -q -h 127.0.0.1 -p "$port" -U naikkelas && kill -0 "$server" 2>/dev/null; then break 2; fi
    kill -0 "$server" 2>/dev/null || break
    sleep 0.1
  done
  kill -QUIT "$server" 2>/dev/null || true
  wait "$server" 2>/dev/null || true
  server=
done
[[ $server ]] || { cat "$folder/server.log" >&2 && exit 1; }

export TEST_POSTGRES_URL="postgres://naikkelas:$password@127.0.0.1:$port/postgres"
"$@"
