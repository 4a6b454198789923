#!/usr/bin/env bash
# How many passbacks a second are sorted out, recorded and judged by rules: one of each learner of one
# course with fifty badges in it. Beside it, the same rows written by plain inserts.
#
#   mvn -Pdist package && src/bench/evaluate.sh [learners] [jdbc:postgresql://…]
#
# Without the second argument it starts a PostgreSQL of its own from Debian's binaries, and ends it.
# With it, an empty database whose user and password are in BADGEBRIDGE_DB_USER and
# BADGEBRIDGE_DB_PASSWORD. Needs psql.
set -euo pipefail
cd "$(dirname "$0")"
learners=${1:-100000}
. ./server.sh
serve evaluate 7107
url=${2:-}
[ -n "$url" ] || own_postgres 7108
export PGPASSWORD=${BADGEBRIDGE_DB_PASSWORD:-}
psql="psql -qAt -v ON_ERROR_STOP=1 -U ${BADGEBRIDGE_DB_USER:-postgres} ${url#jdbc:}"

start "$url"; stop
$psql -v learners="$learners" -f evaluate/fill.sql
start "$url"
$psql -v learners="$learners" -f evaluate/send.sql
began=$(date +%s%N)
while [ "$($psql -c "select count(*) from report where state = 'WAITING'")" != 0 ]; do sleep 0.5; done
took=$(( ($(date +%s%N) - began) / 1000000 ))
stop
$psql -c "select state || ' ' || count(*) from report group by state"
$psql -c "select 'recorded ' || count(*) from passback where dedupe_key not like 'before/%'" -c "select 'offered ' || count(*) from direct_award"
echo "$learners passbacks in $took ms: $(( learners * 1000 / took )) a second"
began=$(date +%s%N)
$psql -c "create table plain (like passback including all); insert into plain select * from passback" \
  -c "create table plain_newest (like evidence including all); insert into plain_newest select * from evidence"
echo "the same rows by two statements: $(( ($(date +%s%N) - began) / 1000000 )) ms"
