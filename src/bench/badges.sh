#!/usr/bin/env bash
# What a badge costs: a claim in the backpack (issue, sign, status entry, store) in time and in processor
# time of the whole server, and verifying a public badge of our own, beside a page that asks the database
# for next to nothing.
#
#   mvn -Pdist package && src/bench/badges.sh [claims] [verifications]
#
# The database is an H2 file. Needs Node 20 and Linux (/proc).
set -euo pipefail
cd "$(dirname "$0")"
claims=${1:-1000}
verifications=${2:-500}
. ./server.sh
serve badges 7108

start
node awards/drive.mjs http://127.0.0.1:7108 "$work/log" "$claims" > /dev/null
stop
h2=$(find "$root/target" -name 'h2-2*.jar' -path '*WEB-INF/lib*' | head -1)
sql() { "$java" -cp "$h2" org.h2.tools.RunScript -url "jdbc:h2:file:$work/data/badgebridge" -user sa -password sa -script "$@"; }
cat > "$work/offers.sql" <<'SQL'
select 'offer ' || a.id || ' ' || u.person_id from direct_award a join lms_user u on u.id = a.lms_user_id
  where a.state = 'OFFERED';
SQL
sql "$work/offers.sql" -showResults | sed -n 's/.*offer \([0-9a-f-]* [0-9a-f-]*\).*/\1/p' > "$work/offers"
node badges/sessions.mjs "$work/offers" > "$work/sessions.sql"
sql "$work/sessions.sql"
start
node badges/measure.mjs http://127.0.0.1:7108 "$work/offers" "$verifications" "$tool"
