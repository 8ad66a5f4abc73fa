#!/usr/bin/env bash
# ALTER TABLE on a million rows (about 138 MB, two indexes): a rebuild by limbeck against the twelve steps of SQLite's
# manual typed into the sqlite3 shell, and a change in place against the rebuild.
#   benchmarks/alter.sh [rounds]
set -euo pipefail
rounds=${1:-3}
here=$(cd "$(dirname "$0")/.." && pwd)
limbeck=${LIMBECK:-$here/limbeck}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir "$folder/versions"
cd "$folder"

printf '[alembic]\nscript_location = %%(here)s\nsqlalchemy.url = sqlite:///%%(here)s/app.db\n' > alembic.ini
cat > versions/a.sql <<'SQL'
-- A million rows
--
-- Revision ID: a
-- Revises:

-- migrate:upgrade
CREATE TABLE big (id INTEGER PRIMARY KEY, name TEXT, amount INTEGER, note TEXT);
CREATE INDEX big_name ON big (name);
CREATE INDEX big_amount ON big (amount);
INSERT INTO big WITH RECURSIVE c(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c WHERE i < 1000000)
SELECT i, 'name ' || i, i % 1000, printf('%070d', i) FROM c;

-- migrate:downgrade
DROP TABLE big;
SQL
revision() {
  printf -- '-- %s\n--\n-- Revision ID: %s\n-- Revises: a\n\n-- migrate:upgrade\n%s;\n' "$1" "$1" "$2" > "versions/$1.sql"
}
revision rebuild "ALTER TABLE big ALTER COLUMN amount TYPE TEXT"
revision inplace "ALTER TABLE big ALTER COLUMN name SET NOT NULL"
cat > twelve.sql <<'SQL'
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE new_big (id INTEGER PRIMARY KEY, name TEXT, amount TEXT, note TEXT);
INSERT INTO new_big SELECT id, name, amount, note FROM big;
DROP TABLE big;
ALTER TABLE new_big RENAME TO big;
CREATE INDEX big_name ON big (name);
CREATE INDEX big_amount ON big (amount);
PRAGMA foreign_key_check;
COMMIT;
SQL

"$limbeck" -q upgrade a
cp app.db made.db
printf 'The database: %s MB\n' "$(($(stat -c %s made.db) / 1000000))"

seconds() {
  cp made.db app.db
  sync
  local start end
  start=$(date +%s.%N)
  "$@" > /dev/null
  end=$(date +%s.%N)
  echo "$end - $start" | bc
}
median() { sort -n | sed -n "$((rounds / 2 + 1))p"; }

: > shell.txt; : > rebuild.txt; : > inplace.txt
for _ in $(seq "$rounds"); do
  seconds sqlite3 app.db ".read twelve.sql" >> shell.txt
  seconds "$limbeck" -q upgrade rebuild >> rebuild.txt
  seconds "$limbeck" -q upgrade inplace >> inplace.txt
done
shell=$(median < shell.txt)
rebuild=$(median < rebuild.txt)
inplace=$(median < inplace.txt)
printf 'twelve steps in the shell %.2f s, rebuild %.2f s, in place %.2f s\n' "$shell" "$rebuild" "$inplace"
printf 'rebuild / twelve steps: %.2f (at most 1.3)\n' "$(echo "$rebuild / $shell" | bc -l)"
printf 'in place / rebuild:     %.2f (at most 0.25)\n' "$(echo "$inplace / $rebuild" | bc -l)"
if command -v alembic > /dev/null; then
  mkdir -p batch/versions
  printf '[alembic]\nscript_location = %%(here)s/batch\nsqlalchemy.url = sqlite:///%%(here)s/app.db\n' > batch.ini
  cat > batch/env.py <<'PY'
from alembic import context
from sqlalchemy import engine_from_config, pool

engine = engine_from_config(context.config.get_section("alembic"), poolclass=pool.NullPool)
with engine.connect() as connection:
    context.configure(connection=connection, version_table="batch_version")
    with context.begin_transaction():
        context.run_migrations()
PY
  cat > batch/versions/one.py <<'PY'
from alembic import op
import sqlalchemy as sa

revision = "one"
down_revision = None


def upgrade():
    with op.batch_alter_table("big") as batch:
        batch.alter_column("name", existing_type=sa.Text(), nullable=False)
PY
  : > batch.txt
  for _ in $(seq "$rounds"); do
    seconds alembic -c batch.ini upgrade head >> batch.txt
  done
  batch=$(median < batch.txt)
  printf "in place / Alembic's batch mode: %.2f (%.2f s)\n" "$(echo "$inplace / $batch" | bc -l)" "$batch"
fi
cp made.db app.db
/usr/bin/time -f 'memory of the rebuild: %M KiB (at most 150 MiB)' "$limbeck" -q upgrade rebuild
