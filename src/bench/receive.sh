#!/usr/bin/env bash
# Facts that others send: how many a second are taken, each answered only when it is safe, and whether
# every one that was answered is there after the process was killed in the middle.
#
#   mvn -Pdist package && src/bench/receive.sh [xapi|caliper|scores|outcomes] [seconds] [connections] [facts a request]
#
# Scores and outcomes come one in a request. The database is an H2 file. Needs Node 20.
set -euo pipefail
cd "$(dirname "$0")"
source=${1:-xapi}
seconds=${2:-10}
connections=${3:-8}
batch=${4:-30}
. ./server.sh
serve receive 7107

mkdir -p "$work/lti-config/platforms"
cat > "$work/lti-config/platforms/lms.json" <<'JSON'
{"institution": "University of Scale", "product": "moodle", "issuer": "https://moodle.example.org",
 "client_id": "bench", "auth_login_url": "https://moodle.example.org/auth",
 "auth_token_url": "https://moodle.example.org/token", "key_set_url": "https://moodle.example.org/keys"}
JSON
export BADGEBRIDGE_LTI_CONFIG="$work/lti-config" BENCH_KEY="$work/sender.pem"
start
node receive/connect.mjs http://127.0.0.1:7107 "$work/log" "$source" > "$work/connector"
h2=$(find "$root/target" -name 'h2-2*.jar' -path '*WEB-INF/lib*' | head -1)
sql() { "$java" -cp "$h2" org.h2.tools.RunScript -url "jdbc:h2:file:$work/data/badgebridge" -user sa -password sa -script "$@"; }
if [ "$source" = scores ]; then # what the LMS would have told of
  stop
  node -e "import('./receive/scores.mjs').then((sender) => console.log(sender.roster()))" > "$work/roster.sql"
  sql "$work/roster.sql"
  start
fi
send() { node receive/send.mjs http://127.0.0.1:7107 "$source" "$(cat "$work/connector")" "$connections" "$batch" "$@"; }

send 25 warm "$work/warm" > /dev/null # the process compiles itself meanwhile
send "$seconds" steady "$work/steady"

send "$seconds" killed "$work/killed" &
sending=$!
sleep $((seconds / 2))
kill -9 "$tool"
wait "$tool" 2>/dev/null || true
tool=
wait "$sending" || true
start
stop

cat > "$work/keys.sql" <<'SQL'
select dedupe_key from report;
SQL
own='s/^--> id:\(urn:uuid:\)\{0,1\}//p'
[ "$source" != scores ] || own='s/^--> //p'
[ "$source" != outcomes ] || own='s/^--> \([^/]*\).*/\1/p' # the learner's; its time is the server's
sql "$work/keys.sql" -showResults | sed -n "$own" | sort > "$work/there"
for run in steady killed; do
  sort "$work/$run" > "$work/answered"
  echo "$run: $(wc -l < "$work/answered") facts were answered with 200, $(comm -23 "$work/answered" "$work/there" | wc -l) of them are lost"
done
echo "facts that are there twice: $(uniq -d "$work/there" | wc -l)"
