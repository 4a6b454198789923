#!/usr/bin/env bash
# What a million badges of one issuer cost in its status lists: a claim, with one more entry, before there
# are that many and after; reading a list; reading it for the first time after a revocation changed it.
#
#   mvn -Pdist package && src/bench/status.sh [entries]
#
# Starts a PostgreSQL of its own from Debian's binaries, and ends it. Needs psql and Node 20.
set -euo pipefail
cd "$(dirname "$0")"
entries=${1:-1000000}
. ./server.sh
serve status 7109
own_postgres 7110
psql="psql -qAt -v ON_ERROR_STOP=1 -U $BADGEBRIDGE_DB_USER ${url#jdbc:}"
export PGPASSWORD=$BADGEBRIDGE_DB_PASSWORD

start "$url"
node awards/drive.mjs http://127.0.0.1:7109 "$work/log" 1200 > /dev/null
$psql -c "select a.id, u.person_id from direct_award a join lms_user u on u.id = a.lms_user_id where a.state = 'OFFERED'" \
  | tr '|' ' ' > "$work/offers"
node badges/sessions.mjs "$work/offers" | $psql
claim() { sed -n "$1" "$work/offers" > "$work/now"; node status/measure.mjs http://127.0.0.1:7109 "$work/now"; }

claim 1,500p > /dev/null
echo "with $($psql -c 'select count(*) from credential') entries: a claim $(claim 501,700p)"
$psql -v entries="$entries" -f status/fill.sql
claim 701,1000p > /dev/null # as warm as before, on the new statistics
echo "with $($psql -c 'select count(*) from credential') entries in $($psql -c 'select count(*) from status_list') lists, $($psql -c 'select sum(length(bits)) from status_list') bytes: a claim $(claim 1001,1200p)"
list=$($psql -c 'select id from status_list order by number desc limit 1')
echo "a list: $(node status/measure.mjs http://127.0.0.1:7109 list "$list" 500)"
for _ in $(seq 50); do
  $psql -c "update status_list set version = version + 1 where id = '$list'"
  node status/measure.mjs http://127.0.0.1:7109 list "$list" 1
done | sort -n | sed -n '25s/.*/the first time after a change, median: &/p'
