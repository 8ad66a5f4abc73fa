#!/bin/sh
# How long 1,000 revisions take on a new database file, against the sqlite3 shell running the same
# statements in the same transactions: one per revision, with its change of the version table.
#
#   benchmarks/upgrade.sh [REVISIONS [RUNS]]
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
limbeck=${LIMBECK:-$here/../limbeck}
case $limbeck in
  /*) ;;
  */*) limbeck=$PWD/$limbeck ;;
esac
revisions=${1:-1000}
runs=${2:-5}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
cd "$work"

# Every tenth revision makes a table, the others add a column to it; each with a row of data.
python3 - "$revisions" <<'PYTHON'
import os
import sys

os.makedirs("versions")
with open("alembic.ini", "w") as ini:
    ini.write("[alembic]\nscript_location = %(here)s\n")
with open("all.sql", "w") as everything:
    everything.write(
        "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL,"
        " CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num));\n"
    )
    before = ""
    for number in range(int(sys.argv[1])):
        revision, table = f"r{number:06}", f"t{number // 10}"
        if number % 10 == 0:
            change = f"CREATE TABLE {table} (id INTEGER NOT NULL, name VARCHAR(50), PRIMARY KEY (id));\n"
            undo = f"DROP TABLE {table};\n"
        else:
            change = f"ALTER TABLE {table} ADD COLUMN c{number % 10} INTEGER;\n"
            undo = f"ALTER TABLE {table} DROP COLUMN c{number % 10};\n"
        change += f"INSERT INTO {table} (name) VALUES ('{revision}');\n"
        with open(f"versions/{revision}_step.sql", "w") as script:
            script.write(
                f"-- Step {number}\n--\n-- Revision ID: {revision}\n-- Revises: {before}\n"
                f"-- Create Date: 2026-01-01 00:00:00\n\n"
                f"-- migrate:upgrade\n{change}\n-- migrate:downgrade\n{undo}"
            )
        if before:
            stamp = f"UPDATE alembic_version SET version_num = '{revision}' WHERE version_num = '{before}';\n"
        else:
            stamp = f"INSERT INTO alembic_version VALUES ('{revision}');\n"
        everything.write(f"BEGIN IMMEDIATE;\n{change}{stamp}COMMIT;\n")
        before = revision
PYTHON

"$limbeck" --version > /dev/null # builds it, where that is still to do
python3 "$here/alternate.py" "$runs" \
  "sqlite3 shell" "sh -c 'rm -f s.db && sqlite3 s.db < all.sql'" \
  "limbeck upgrade head" "sh -c 'rm -f l.db && \"$limbeck\" -c alembic.ini --url sqlite:///l.db upgrade head > log'"

echo
echo "left behind by each: $(sqlite3 s.db "select count(*) from sqlite_master where type = 'table'") and" \
  "$(sqlite3 l.db "select count(*) from sqlite_master where type = 'table'") tables, at" \
  "$(sqlite3 s.db 'select version_num from alembic_version') and $(sqlite3 l.db 'select version_num from alembic_version')"
