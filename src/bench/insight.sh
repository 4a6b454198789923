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

url=${3:-}
[ -n "$url" ] || own_postgres 7106
export PGPASSWORD=${BADGEBRIDGE_DB_PASSWORD:-}
psql="psql -q -v ON_ERROR_STOP=1 -U ${BADGEBRIDGE_DB_USER:-postgres} ${url#jdbc:}"

start "$url"; stop
echo "filling in $awards awards …"
$psql -v awards="$awards" -f insight/fill.sql
start "$url"
node insight/measure.mjs http://127.0.0.1:7105 "$requests" "$work/log" $psql
