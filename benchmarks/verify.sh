#!/bin/sh
# How long it takes to try 500 revisions, each up, down and up again over tables with rows, against
# taking them up once on a new file. Every other revision makes a table; those between add a column,
# a foreign key or a constraint to the one before.
#
#   benchmarks/verify.sh [REVISIONS [RUNS]]
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
limbeck=${LIMBECK:-$here/../limbeck}
case $limbeck in
  /*) ;;
  */*) limbeck=$PWD/$limbeck ;;
esac
revisions=${1:-500}
runs=${2:-5}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
cd "$work"

python3 - "$revisions" <<'PYTHON'
import os
import sys

ALTERS = [
    ("ADD COLUMN note VARCHAR(50) DEFAULT '' NOT NULL", "DROP COLUMN note"),
    ("ADD CONSTRAINT fk_{0} FOREIGN KEY (parent_id) REFERENCES t{0} (id)", "DROP CONSTRAINT fk_{0}"),
    ("ADD CONSTRAINT ck_{0} CHECK (amount >= 0)", "DROP CONSTRAINT ck_{0}"),
    ("ALTER COLUMN name TYPE VARCHAR(200)", "ALTER COLUMN name TYPE VARCHAR(50)"),
]
os.makedirs("versions")
with open("alembic.ini", "w") as ini:
    ini.write("[alembic]\nscript_location = %(here)s\n")
before = ""
for number in range(int(sys.argv[1])):
    revision, table = f"r{number:06}", number // 2
    if number % 2 == 0:
        change = (
            f"CREATE TABLE t{table} (id INTEGER NOT NULL, name VARCHAR(50) NOT NULL, amount NUMERIC(10, 2),"
            f" parent_id INTEGER, created_at DATETIME, PRIMARY KEY (id));\n"
            f"CREATE INDEX ix_{table} ON t{table} (name, created_at);\n"
        )
        undo = f"DROP TABLE t{table};\n"
    else:
        change, undo = (f"ALTER TABLE t{table} {part.format(table)};\n" for part in ALTERS[table % 4])
    with open(f"versions/{revision}_step.sql", "w") as script:
        script.write(
            f"-- Step {number}\n--\n-- Revision ID: {revision}\n-- Revises: {before}\n\n"
            f"-- migrate:upgrade\n{change}\n-- migrate:downgrade\n{undo}"
        )
    before = revision
PYTHON

"$limbeck" --version > /dev/null # builds it, where that is still to do
python3 "$here/alternate.py" "$runs" \
  "limbeck upgrade head" "sh -c 'rm -f l.db && \"$limbeck\" -c alembic.ini --url sqlite:///l.db upgrade head 2> log'" \
  "limbeck verify" "sh -c '\"$limbeck\" -c alembic.ini --url sqlite:///none.db verify 2> verified'"

echo
cat verified
