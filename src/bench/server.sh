# For the benchmarks beside it, which source it: the packaged jar, started and stopped.
#
#   serve NAME PORT      sets $root, $java and the empty folder $work; whatever ends the script stops the jar
#   start [jdbc:…]       starts the jar in $work and waits until it is ready; without an address on H2
#   stop
#   own_postgres PORT    starts a PostgreSQL from Debian's binaries, sets $url and what start needs to use it;
#                        whatever ends the script ends it

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

as_postgres() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }

own_postgres() {
  bin=$(ls -d /usr/lib/postgresql/*/bin | tail -1)
  cluster=$(mktemp -d)
  trap 'stop; as_postgres "$bin/pg_ctl" -D "$cluster/data" -m immediate stop >/dev/null; rm -rf "$cluster"' EXIT
  [ "$(id -u)" != 0 ] || chown postgres "$cluster"
  as_postgres "$bin/initdb" -D "$cluster/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 >/dev/null
  as_postgres "$bin/pg_ctl" -D "$cluster/data" -w -l "$cluster/log" \
    -o "-p $1 -c listen_addresses=127.0.0.1 -c unix_socket_directories=$cluster -c shared_buffers=512MB -c max_wal_size=4GB" start >/dev/null
  url=jdbc:postgresql://127.0.0.1:$1/postgres
  export BADGEBRIDGE_DB_USER=postgres BADGEBRIDGE_DB_PASSWORD=postgres
}
