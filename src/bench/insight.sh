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
root=$(cd ../.. && pwd)
awards=${1:-1000000}
requests=${2:-200}
work=$root/target/bench/insight
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
[ -f "$root/target/badgebridge.jar" ] || { echo "first: mvn -Pdist package" >&2; exit 1; }
rm -rf "$work" && mkdir -p "$work"

tool= cluster=
as_postgres() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
stop() { [ -z "$tool" ] || { kill "$tool" 2>/dev/null || true; wait "$tool" 2>/dev/null || true; tool=; }; }
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

start() {
  (cd "$work" && exec env BADGEBRIDGE_BASE_URL=http://127.0.0.1:7105 BADGEBRIDGE_DB_URL="$url" \
    "$java" -Xmx1g -Duser.timezone=UTC -jar "$root/target/badgebridge.jar" --port 7105 >>log 2>&1) &
  tool=$!
  for _ in $(seq 180); do curl -fsS -o /dev/null http://127.0.0.1:7105/health/ready 2>/dev/null && return; sleep 1; done
  echo "did not start" >&2; exit 1
}

start; stop
echo "filling in $awards awards …"
$psql -v awards="$awards" -f insight/fill.sql
start
node insight/measure.mjs http://127.0.0.1:7105 "$requests" "$work/log" $psql
