#!/usr/bin/env bash
# Whole LTI launches against Badge Bridge and against its two peers, in one run, each tool alone on
# one core and the driver on the other. Prints CPU per launch, rates, memory, start-up, and the ratios.
#
#   mvn -Pdist package && src/bench/compare.sh [launches per run] [rounds] [launches to warm up]
#
# The two tools on the JVM compile themselves while they warm up, for some forty thousand launches; with
# fewer, it is to a good part the compiler that is measured. The tool on Node is warm after a thousand.
# Both get two gigabytes, because the Spring tool keeps each session in memory; Badge Bridge is at home
# in half a gigabyte (HEAP=512m).
#
# Needs Node 20, Maven, npm; only loopback addresses are called. Takes about six minutes a round.
set -euo pipefail
cd "$(dirname "$0")"
root=$(cd ../.. && pwd)
launches=${1:-2000}
rounds=${2:-3}
warmup=${3:-40000}
heap=${HEAP:-2g}
work=$root/target/bench
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
mkdir -p "$work"

[ -f "$root/target/badgebridge.jar" ] || { echo "first: mvn -Pdist package" >&2; exit 1; }
if [ ! -f "$work/spring-tool/target/spring-tool-1.jar" ]; then
  cp -r launchload/peers/spring-tool "$work/" && (cd "$work/spring-tool" && mvn -q -B package)
fi
if [ ! -d "$work/ltijs-tool/node_modules" ]; then
  cp -r launchload/peers/ltijs-tool "$work/" && (cd "$work/ltijs-tool" && npm install --silent --no-audit --no-fund)
fi

tool=
stop() { [ -z "$tool" ] || { kill "$tool" 2>/dev/null || true; wait "$tool" 2>/dev/null || true; tool=; }; }
trap stop EXIT

await() { # url
  for _ in $(seq 180); do curl -fsS -o /dev/null "$1" 2>/dev/null && return; sleep 1; done
  echo "did not start: $1" >&2; exit 1
}

measure() { # name login target expect round warmup
  taskset -c 0 node launchload/bin/launchload.mjs --login "$2" --target "$3" --expect "$4" \
    --learners "$launches" --concurrency 16 --runs 3 --warmup "$6" \
    --pid "$tool" --key "$work/platform.pem" --json "$work/$1-$5.json" >/dev/null
}

for round in $(seq "$rounds"); do
  echo "round $round of $rounds"
  rm -rf "$work/run" && mkdir -p "$work/run"
  (cd "$work/run" && BADGEBRIDGE_BASE_URL=http://127.0.0.1:7103 BADGEBRIDGE_LTI_CONFIG="$root/src/bench/lti-config" \
    exec taskset -c 1 "$java" -Xmx$heap -Duser.timezone=UTC -XX:+UseSerialGC -jar "$root/target/badgebridge.jar" \
    --port 7103 >log 2>&1) &
  tool=$!
  await http://127.0.0.1:7103/health/ready
  measure badgebridge http://127.0.0.1:7103/lti/login http://127.0.0.1:7103/lti/launch '<main id="content"' "$round" "$warmup"
  stop
  (cd "$work/spring-tool" && exec taskset -c 1 "$java" -Xmx$heap -XX:+UseSerialGC -jar target/spring-tool-1.jar >log 2>&1) &
  tool=$!
  await http://127.0.0.1:7102/ready
  measure spring http://127.0.0.1:7102/lti/login_initiation/test http://127.0.0.1:7102/tool 'Hello {sub}' "$round" "$warmup"
  stop
  (cd "$work/ltijs-tool" && exec taskset -c 1 node tool.js >log 2>&1) &
  tool=$!
  sleep 5
  measure ltijs http://127.0.0.1:7101/login http://127.0.0.1:7101/ 'Hello' "$round" 1000 || echo "ltijs did not finish"
  stop
done

node - "$work" "$rounds" <<'JS'
const fs = require('fs');
const [, , work, rounds] = process.argv;
const median = (list) => [...list].sort((a, b) => a - b)[Math.floor((list.length - 1) / 2)];
const of = (name) => {
  const runs = [];
  for (let i = 1; i <= Number(rounds); i++) {
    try { runs.push(...JSON.parse(fs.readFileSync(`${work}/${name}-${i}.json`)).runs); } catch { /* this tool did not finish */ }
  }
  return runs.length && {
    cpuMsPerLaunch: median(runs.map((r) => r.toolCpuMsPerLaunch)), perSecond: median(runs.map((r) => r.perSecond)),
    p95Ms: median(runs.map((r) => r.latencyMs.p95)), rssMiB: median(runs.map((r) => r.toolRssMiB)),
    jwksFetches: Math.max(...runs.map((r) => r.jwksFetches)), errors: runs.reduce((n, r) => n + Object.keys(r.errors).length, 0),
  };
};
const all = { badgebridge: of('badgebridge'), spring: of('spring'), ltijs: of('ltijs') };
console.table(all);
for (const peer of ['spring', 'ltijs']) {
  if (all[peer]) console.log(`CPU per launch, Badge Bridge / ${peer}: ${(all.badgebridge.cpuMsPerLaunch / all[peer].cpuMsPerLaunch).toFixed(2)}`);
}
JS
