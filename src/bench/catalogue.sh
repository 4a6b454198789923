#!/usr/bin/env bash
# The public catalogue with many badge classes: how long its pages take, beside a page that asks the
# database for next to nothing (the legend), in one run.
#
#   mvn -Pdist package && src/bench/catalogue.sh [badge classes] [requests a page] [jdbc:postgresql://…]
#
# Without the third argument the database is an H2 file. With it, an empty PostgreSQL database whose
# user and password are in BADGEBRIDGE_DB_USER and BADGEBRIDGE_DB_PASSWORD. Needs Node 20.
set -euo pipefail
cd "$(dirname "$0")"
classes=${1:-10000}
requests=${2:-200}
. ./server.sh
serve catalogue 7104


start "${3:-}"; stop
node catalogue/fill.mjs "$classes" > "$work/fill.sql"
if [ -n "${3:-}" ]; then
  PGPASSWORD=${BADGEBRIDGE_DB_PASSWORD:-} psql -q -U "${BADGEBRIDGE_DB_USER:-postgres}" -f "$work/fill.sql" "${3#jdbc:}"
else
  h2=$(find "$root/target" -name 'h2-2*.jar' -path '*WEB-INF/lib*' | head -1)
  "$java" -cp "$h2" org.h2.tools.RunScript -url "jdbc:h2:file:$work/data/badgebridge" -user sa -password sa -script "$work/fill.sql"
fi
start "${3:-}"
node catalogue/measure.mjs http://127.0.0.1:7104 "$requests"
