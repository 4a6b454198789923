# For the benchmarks beside it, which source it: the packaged jar, started and stopped.
#
#   serve NAME PORT      sets $root, $java and the empty folder $work; whatever ends the script stops the jar
#   start [jdbc:…]       starts the jar in $work and waits until it is ready; without an address on H2
#   stop

serve() {
  root=$(cd ../.. && pwd)
  work=$root/target/bench/$1
  port=$2
  java=${JAVA_HOME:+$JAVA_HOME/bin/}java
  tool=
  [ -f "$root/target/badgebridge.jar" ] || { echo "first: mvn -Pdist package" >&2; exit 1; }
  rm -rf "$work" && mkdir -p "$work"
  trap stop EXIT
}

start() {
  (cd "$work" && exec env BADGEBRIDGE_BASE_URL="http://127.0.0.1:$port" ${1:+BADGEBRIDGE_DB_URL=$1} \
    "$java" -Xmx1g -Duser.timezone=UTC -jar "$root/target/badgebridge.jar" --port "$port" >>log 2>&1) &
  tool=$!
  for _ in $(seq 180); do
    curl -fsS -o /dev/null "http://127.0.0.1:$port/health/ready" 2>/dev/null && return
    kill -0 "$tool" 2>/dev/null || break
    sleep 1
  done
  echo "did not start: see $work/log" >&2
  exit 1
}

stop() { [ -z "$tool" ] || { kill "$tool" 2>/dev/null || true; wait "$tool" 2>/dev/null || true; tool=; }; }
