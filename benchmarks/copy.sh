#!/usr/bin/env bash
# A million rows (127 MB with an index) from SQLite to another database: by limbeck, which compares both sides
# afterwards, against a loop written by hand over JDBC; and for SQLite, against its shell's .dump.
#   benchmarks/copy.sh [rounds [JDBC URL of an empty database of PostgreSQL]]
set -euo pipefail
rounds=${1:-3}
target=${2:-}
here=$(cd "$(dirname "$0")/.." && pwd)
limbeck=${LIMBECK:-$here/limbeck}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir "$folder/versions"
cd "$folder"

printf '[alembic]\nscript_location = %%(here)s\nsqlalchemy.url = sqlite:///%%(here)s/app.db\n' > alembic.ini
cat > versions/a.sql <<'SQL'
-- A table
--
-- Revision ID: a
-- Revises:

-- migrate:upgrade
CREATE TABLE big (id INTEGER NOT NULL PRIMARY KEY, name VARCHAR(60) NOT NULL, amount DOUBLE PRECISION,
  active BOOLEAN, created_at TIMESTAMP WITH TIME ZONE, note TEXT);
CREATE INDEX big_name ON big (name);

-- migrate:downgrade
DROP TABLE big;
SQL
"$limbeck" -q upgrade a
sqlite3 app.db "INSERT INTO big WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < 1000000)
SELECT i, printf('name %08d', i * 7919 % 1000003), i / 7.0, i % 2,
  strftime('%Y-%m-%d %H:%M:%f', 1700000000 + i, 'unixepoch'), printf('note %040d', i) FROM c"
printf 'The database: %s MB\n' "$(($(stat -c %s app.db) / 1000000))"

seconds() {
  sync
  local start end
  start=$(date +%s.%N)
  "$@" > /dev/null
  end=$(date +%s.%N)
  echo "$end - $start" | bc
}
# sqlite:///t.db or what was named, with the table and without rows.
empty() {
  rm -f t.db
  if [ -n "$target" ]; then
    local name=${target##*/}
    "$limbeck" -q --url "$target" downgrade base --confirm="${name%%\?*}"
  fi
  "$limbeck" -q --url "${target:-sqlite:///t.db}" upgrade a
}
loop() {
  "$java" --enable-native-access=ALL-UNNAMED -cp "$here/target/limbeck/lib/*" "$here/benchmarks/CopyLoop.java" \
    jdbc:sqlite:app.db "${target:-jdbc:sqlite:t.db}"
}
dump() { rm -f d.db && sqlite3 app.db .dump | sqlite3 d.db; }
median() { sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }

for _ in $(seq "$rounds"); do
  empty && seconds "$limbeck" -q copy --to "${target:-sqlite:///t.db}" >> copy
  empty && seconds loop >> loop
  [ -n "$target" ] || seconds dump >> dump
done
copied=$(median < copy)
looped=$(median < loop)
printf 'copy, compared afterwards: %.2f s\nloop over JDBC: %.2f s, ratio %.2f\n' "$copied" "$looped" \
  "$(echo "$copied / $looped" | bc -l)"
[ -n "$target" ] || printf '.dump | sqlite3: %.2f s, ratio %.2f\n' "$(median < dump)" \
  "$(echo "$copied / $(median < dump)" | bc -l)"
