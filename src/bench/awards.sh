#!/usr/bin/env bash
# One badge for a whole cohort: how long it takes until every learner of a table is offered it, the
# audit trail says so, and a message to each is owed; beside the same rows written by plain inserts.
#
#   mvn -Pdist package && src/bench/awards.sh [learners] [jdbc:postgresql://…]
#
# Without the second argument the database is an H2 file. With it, an empty PostgreSQL database whose
# user and password are in BADGEBRIDGE_DB_USER and BADGEBRIDGE_DB_PASSWORD. Needs Node 20.
set -euo pipefail
cd "$(dirname "$0")"
learners=${1:-10000}
postgres=${2:-}
. ./server.sh
serve awards 7105

start "$postgres"

node awards/drive.mjs http://127.0.0.1:7105 "$work/log" "$learners"
stop

sql() {
  if [ -n "$postgres" ]; then
    PGPASSWORD=${BADGEBRIDGE_DB_PASSWORD:-} psql -qAt -U "${BADGEBRIDGE_DB_USER:-postgres}" -f "$1" "${postgres#jdbc:}"
  else
    "$java" -cp "$h2" org.h2.tools.RunScript -url "jdbc:h2:file:$work/data/badgebridge" -user sa -password sa -script "$1" -showResults
  fi
}
h2=$(find "$root/target" -name 'h2-2*.jar' -path '*WEB-INF/lib*' | head -1)
cat > "$work/count.sql" <<'SQL'
select 'offered ' || count(*) from direct_award where state = 'OFFERED';
select 'audited ' || count(*) from audit_entry where action = 'award.offered';
select 'messages owed ' || count(*) from notice;
SQL
sql "$work/count.sql" | grep -E 'offered|audited|owed'

node awards/plain.mjs "$learners" > "$work/plain.sql"
began=$(date +%s%N)
sql "$work/plain.sql" > /dev/null
echo "plain inserts of as many learners, awards, audit entries and notices, a hundred in each transaction: $(( ($(date +%s%N) - began) / 1000000 )) ms"
