#!/usr/bin/env bash
# Insight over many awards of one institution on PostgreSQL: how long its page takes, by filter, and
# with awards that changed just before.
#
#   mvn -Pdist package && src/bench/insight.sh [awards] [requests a page] [jdbc:postgresql://…]
#
# Without the third argument it starts a PostgreSQL of its own from Debian's binaries, and ends it.
# With it, an empty database whose user and password are in BADGEBRIDGE_DB_USER and
# BADGEBRIDGE_DB_PASSWORD. Needs psql and Node 20.
set -euo pipefail
cd "$(dirname "$0")"
awards=${1:-1000000}
requests=${2:-200}
. ./server.sh
serve insight 7105

cluster=
as_postgres() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
finish() { stop; [ -z "$cluster" ] || { as_postgres "$bin/pg_ctl" -D "$cluster/data" -m immediate stop >/dev/null; rm -rf "$cluster"; }; }
trap finish EXIT

url=${3:-}
if [ -z "$url" ]; then
  bin=$(ls -d /usr/lib/postgresql/*/bin | tail -1)
  cluster=$(mktemp -d)
  [ "$(id -u)" != 0 ] || chown postgres "$cluster"
  as_postgres "$bin/initdb" -D "$cluster/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 >/dev/null
  as_postgres "$bin/pg_ctl" -D "$cluster/data" -w -l "$cluster/log" \
    -o "-p 7106 -c listen_addresses=127.0.0.1 -c unix_socket_directories=$cluster -c shared_buffers=512MB -c max_wal_size=4GB" start >/dev/null
  url=jdbc:postgresql://127.0.0.1:7106/postgres
  export BADGEBRIDGE_DB_USER=postgres BADGEBRIDGE_DB_PASSWORD=postgres
fi
export PGPASSWORD=${BADGEBRIDGE_DB_PASSWORD:-}
psql="psql -q -v ON_ERROR_STOP=1 -U ${BADGEBRIDGE_DB_USER:-postgres} ${url#jdbc:}"

start "$url"; stop
echo "filling in $awards awards …"
$psql -v awards="$awards" -f insight/fill.sql
start "$url"
node insight/measure.mjs http://127.0.0.1:7105 "$requests" "$work/log" $psql
