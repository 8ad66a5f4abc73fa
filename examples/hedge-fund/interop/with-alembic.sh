#!/bin/sh
# Limbeck and Python's Alembic take turns on one database.
#
#   examples/hedge-fund/interop/with-alembic.sh
#   examples/hedge-fund/interop/with-alembic.sh postgresql://user:password@host:5432/database
#
# Needs the alembic command (Debian: apt install alembic). Without a URL the database is SQLite's. With
# one, databases are made on that PostgreSQL server, by a user who may, and dropped at the end; that
# needs psycopg2 too (Debian: apt install python3-psycopg2). The five revisions are written down once
# more as an Alembic project in a temporary folder. Then each tool steps up and down through them
# while the other one looks on: after every step both must name the same revision, and the tables,
# columns and indexes must be those that Alembic alone would have made. LIMBECK=command tests
# another Limbeck than the clone's own. Exit code: 0 if they agree throughout, 1 if not.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
limbeck=${LIMBECK:-$here/../../../limbeck}
case $limbeck in
  /*) ;;
  */*) limbeck=$PWD/$limbeck ;;
esac
ini=$here/../app/backend/alembic.ini
revisions='5274886e5bee 1b1feba3d897 2f8c5d9e4b1a 3f9a6b7c8d2e d5e78f9a1b2c'

for tool in alembic python3; do
  if ! command -v "$tool" >/dev/null; then
    echo "$tool is not installed (Debian: apt install alembic)." >&2
    exit 1
  fi
done

server=${1:-}
# Debian's python3 has Debian's modules; another one may come first on the PATH.
python=python3
if [ -n "$server" ] && ! python3 -c 'import psycopg2' 2>/dev/null; then
  python=/usr/bin/python3
  if ! $python -c 'import psycopg2' 2>/dev/null; then
    echo "psycopg2 is not installed (Debian: apt install python3-psycopg2)." >&2
    exit 1
  fi
fi

work=$(mktemp -d)
clean_up() { :; }
trap 'clean_up; rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
cd "$work"

# --- the same five revisions, in Python ---------------------------------------------------------

mkdir -p project/versions
cat > project/alembic.ini <<'INI'
[alembic]
script_location = %(here)s
INI

cat > project/env.py <<'PYTHON'
import os

from alembic import context
from sqlalchemy import create_engine, pool

engine = create_engine(os.environ["SQLALCHEMY_URL"], poolclass=pool.NullPool)
with engine.connect() as connection:
    context.configure(connection=connection)
    with context.begin_transaction():
        context.run_migrations()
PYTHON

# revision ID REVISES MESSAGE: its file, with the body read from standard input
revision() {
  {
    printf '"""%s"""\n' "$3"
    printf 'import sqlalchemy as sa\nfrom alembic import op\n\n'
    printf 'revision = "%s"\ndown_revision = %s\n\n' "$1" "$2"
    cat
  } > "project/versions/$1.py"
}

revision 5274886e5bee None "Add HedgeFundFlow table" <<'PYTHON'
def upgrade():
    op.create_table(
        "hedge_fund_flows",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("(CURRENT_TIMESTAMP)")),
        sa.Column("updated_at", sa.DateTime(timezone=True)),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("description", sa.Text()),
        sa.Column("nodes", sa.JSON(), nullable=False),
        sa.Column("edges", sa.JSON(), nullable=False),
        sa.Column("viewport", sa.JSON()),
        sa.Column("is_template", sa.Boolean()),
        sa.Column("tags", sa.JSON()),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_hedge_fund_flows_id", "hedge_fund_flows", ["id"])


def downgrade():
    op.drop_index("ix_hedge_fund_flows_id", "hedge_fund_flows")
    op.drop_table("hedge_fund_flows")
PYTHON

revision 1b1feba3d897 '"5274886e5bee"' "add_data_column_to_hedge_fund_flows" <<'PYTHON'
def upgrade():
    op.add_column("hedge_fund_flows", sa.Column("data", sa.JSON()))


def downgrade():
    op.drop_column("hedge_fund_flows", "data")
PYTHON

revision 2f8c5d9e4b1a '"1b1feba3d897"' "Add HedgeFundFlowRun table" <<'PYTHON'
def upgrade():
    op.create_table(
        "hedge_fund_flow_runs",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("flow_id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("(CURRENT_TIMESTAMP)")),
        sa.Column("updated_at", sa.DateTime(timezone=True)),
        sa.Column("status", sa.String(50), nullable=False, server_default="IDLE"),
        sa.Column("started_at", sa.DateTime(timezone=True)),
        sa.Column("completed_at", sa.DateTime(timezone=True)),
        sa.Column("request_data", sa.JSON()),
        sa.Column("results", sa.JSON()),
        sa.Column("error_message", sa.Text()),
        sa.Column("run_number", sa.Integer(), nullable=False, server_default="1"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_hedge_fund_flow_runs_id", "hedge_fund_flow_runs", ["id"])
    op.create_index("ix_hedge_fund_flow_runs_flow_id", "hedge_fund_flow_runs", ["flow_id"])


def downgrade():
    op.drop_index("ix_hedge_fund_flow_runs_flow_id", "hedge_fund_flow_runs")
    op.drop_index("ix_hedge_fund_flow_runs_id", "hedge_fund_flow_runs")
    op.drop_table("hedge_fund_flow_runs")
PYTHON

revision 3f9a6b7c8d2e '"2f8c5d9e4b1a"' \
  "Add HedgeFundFlowRunCycle table and update HedgeFundFlowRun" <<'PYTHON'
RUNS = "hedge_fund_flow_runs"
CYCLES = "hedge_fund_flow_run_cycles"
INDEXED = ["id", "flow_run_id", "cycle_number", "status", "started_at"]


def added():
    return [
        sa.Column("trading_mode", sa.String(50), nullable=False, server_default="one-time"),
        sa.Column("schedule", sa.String(50)),
        sa.Column("duration", sa.String(50)),
        sa.Column("initial_portfolio", sa.JSON()),
        sa.Column("final_portfolio", sa.JSON()),
    ]


def columns_of_runs():
    return {column["name"] for column in sa.inspect(op.get_bind()).get_columns(RUNS)}


def has_cycles():
    return CYCLES in sa.inspect(op.get_bind()).get_table_names()


def upgrade():
    present = columns_of_runs()
    for column in added():
        if column.name not in present:
            op.add_column(RUNS, column)
    if not has_cycles():
        op.create_table(
            CYCLES,
            sa.Column("id", sa.Integer(), nullable=False),
            sa.Column("flow_run_id", sa.Integer(), nullable=False),
            sa.Column("cycle_number", sa.Integer(), nullable=False),
            sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("(CURRENT_TIMESTAMP)")),
            sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
            sa.Column("completed_at", sa.DateTime(timezone=True)),
            sa.Column("analyst_signals", sa.JSON()),
            sa.Column("trading_decisions", sa.JSON()),
            sa.Column("executed_trades", sa.JSON()),
            sa.Column("portfolio_snapshot", sa.JSON()),
            sa.Column("performance_metrics", sa.JSON()),
            sa.Column("status", sa.String(50), nullable=False, server_default="IN_PROGRESS"),
            sa.Column("error_message", sa.Text()),
            sa.Column("llm_calls_count", sa.Integer(), server_default="0"),
            sa.Column("api_calls_count", sa.Integer(), server_default="0"),
            sa.Column("estimated_cost", sa.String(20)),
            sa.Column("trigger_reason", sa.String(100)),
            sa.Column("market_conditions", sa.JSON()),
            sa.PrimaryKeyConstraint("id"),
        )
        for column in INDEXED:
            op.create_index(f"ix_{CYCLES}_{column}", CYCLES, [column])


def downgrade():
    if has_cycles():
        for column in reversed(INDEXED):
            op.drop_index(f"ix_{CYCLES}_{column}", CYCLES)
        op.drop_table(CYCLES)
    present = columns_of_runs()
    for column in reversed(added()):
        if column.name in present:
            op.drop_column(RUNS, column.name)
PYTHON

revision d5e78f9a1b2c '"3f9a6b7c8d2e"' "add_api_keys_table" <<'PYTHON'
def upgrade():
    op.create_table(
        "api_keys",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("(CURRENT_TIMESTAMP)")),
        sa.Column("updated_at", sa.DateTime(timezone=True)),
        sa.Column("provider", sa.String(100), nullable=False),
        sa.Column("key_value", sa.Text(), nullable=False),
        sa.Column("is_active", sa.Boolean()),
        sa.Column("description", sa.Text()),
        sa.Column("last_used", sa.DateTime(timezone=True)),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("provider"),
    )
    op.create_index("ix_api_keys_id", "api_keys", ["id"])
    op.create_index("ix_api_keys_provider", "api_keys", ["provider"])


def downgrade():
    op.drop_index("ix_api_keys_provider", "api_keys")
    op.drop_index("ix_api_keys_id", "api_keys")
    op.drop_table("api_keys")
PYTHON

# --- what a database holds ------------------------------------------------------------------------

if [ -z "$server" ]; then
  # The two spellings of a timestamp are taken for one.
  cat > schema.py <<'PYTHON'
import sqlite3
import sys

database = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
tables = "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by 1"
for (table,) in database.execute(tables).fetchall():
    if table == "limbeck_history":
        continue
    print(table)
    for _, name, kind, required, default, key in database.execute(f"pragma table_info({table})"):
        kind = kind.replace("TIMESTAMP WITH TIME ZONE", "DATETIME")
        default = default and default.strip("()")
        print("  column", name, kind, "not null" if required else "", default or "", "key" if key else "")
    for _, name, unique, origin, _ in sorted(database.execute(f"pragma index_list({table})"), key=lambda i: i[1]):
        columns = [row[2] for row in database.execute(f"pragma index_info({name})")]
        print("  index", name, *columns, "unique" if unique else "", origin)
for (heads,) in database.execute("select version_num from alembic_version"):
    print("at", heads)
PYTHON

  open() {
    database=$work/$1
    SQLALCHEMY_URL=sqlite:///$database
    export SQLALCHEMY_URL
  }
  copy() { cp "$1" "$2"; }
else
  # The two ways in which a key counts, SERIAL and IDENTITY, are taken for one.
  cat > schema.py <<'PYTHON'
import sys

import psycopg2

database = psycopg2.connect(sys.argv[1]).cursor()


def rows(query, *values):
    database.execute(query, values)
    return database.fetchall()


for (table,) in rows("select tablename from pg_tables where schemaname = 'public' order by 1"):
    if table == "limbeck_history":
        continue
    print(table)
    columns = """select a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity <> '',
        pg_get_expr(d.adbin, d.adrelid)
        from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
        where a.attrelid = %s::regclass and a.attnum > 0 and not a.attisdropped order by a.attnum"""
    for name, kind, required, identity, default in rows(columns, table):
        if identity or (default or "").startswith("nextval("):
            default = "counts"
        print("  column", name, kind, "not null" if required else "", default or "")
    constraints = "select conname, pg_get_constraintdef(oid) from pg_constraint where conrelid = %s::regclass and contype <> 'n' order by 1"
    for name, definition in rows(constraints, table):
        print("  constraint", name, definition)
    for (definition,) in rows("select indexdef from pg_indexes where tablename = %s order by 1", table):
        print("  index", definition)
for (heads,) in rows("select version_num from alembic_version"):
    print("at", heads)
PYTHON

  cat > server.py <<'PYTHON'
import sys

import psycopg2

connection = psycopg2.connect(sys.argv[1])
connection.autocommit = True
for statement in sys.argv[2:]:
    connection.cursor().execute(statement)
PYTHON

  made=''
  # A database's name is part of its URL, up to the options.
  open() {
    name=interop_$$_$(echo "${1%.db}" | tr -c 'a-z0-9\n' _)
    case " $made " in
      *" $name "*) ;;
      *)
        $python server.py "$server" "create database $name"
        made="$made $name"
        ;;
    esac
    database=$(printf '%s\n' "$server" | sed "s|^\([a-z]*://[^/]*/\)[^?]*|\\1$name|")
    SQLALCHEMY_URL=$database
    export SQLALCHEMY_URL
  }
  copy() {
    open "$1"
    from=$name
    to=interop_$$_$(echo "${2%.db}" | tr -c 'a-z0-9\n' _)
    $python server.py "$server" "create database $to template $from"
    made="$made $to"
  }
  clean_up() {
    for name in $made; do $python server.py "$server" "drop database if exists $name with (force)"; done
  }
fi

# --- the two tools, and what must hold after each step ----------------------------------------------

alembic() { command alembic -c project/alembic.ini "$@" 2>> log; }
limbeck() { "$limbeck" -c "$ini" "$@" 2>> log; }

steps=0

fail() {
  printf 'FAIL  %s\n' "$1"
  [ ! -s log ] || sed 's/^/      | /' log
  echo "Limbeck and Alembic disagree after $steps good steps."
  exit 1
}

# agree REVISION WHAT: both tools name REVISION (or nothing for base), and the schema is Alembic's
agree() {
  theirs=$(alembic current) || fail "$2: alembic current does not work"
  ours=$(limbeck current) || fail "$2: limbeck current does not work"
  [ "$ours" = "$theirs" ] || fail "$2: Alembic says '$theirs', Limbeck says '$ours'"
  if [ "$1" = base ]; then at=''; else at=$1; fi
  [ "${ours%% *}" = "$at" ] || fail "$2: the database is at '$ours', not at $1"
  $python schema.py "$database" > found
  if ! cmp -s "schema-$1" found; then
    diff "schema-$1" found >> log || :
    fail "$2: not the schema that Alembic makes ('<' Alembic's, '>' found)"
  fi
  steps=$((steps + 1))
  printf 'ok    %-56s both at %s\n' "$2" "${ours:-base}"
}

# step TOOL COMMAND TARGET REVISION
step() {
  : > log
  "$1" "$2" "$3" >> log || fail "$1 $2 $3 does not work"
  agree "$4" "$1 $2 $3"
}

version=$("$limbeck" --version)
printf '%s\n%s\n' "$(command alembic --version)" "$version"

echo
echo "Alembic alone, as the measure"
open alone.db
for revision in $revisions; do
  : > log
  alembic upgrade "$revision" >> log || fail "alembic upgrade $revision"
  $python schema.py "$database" > "schema-$revision"
  copy alone.db "left-at-$revision.db"
done
alembic downgrade base >> log || fail "alembic downgrade base"
$python schema.py "$database" > schema-base

for first in limbeck alembic; do
  if [ $first = limbeck ]; then second=alembic; else second=limbeck; fi
  echo
  echo "In turns, $first first"
  open "$first-first.db"
  turn=$first
  for revision in $revisions; do
    step $turn upgrade +1 "$revision"
    if [ $turn = "$first" ]; then turn=$second; else turn=$first; fi
  done
  for revision in 3f9a6b7c8d2e 2f8c5d9e4b1a 1b1feba3d897 5274886e5bee base; do
    step $turn downgrade -1 $revision
    if [ $turn = "$first" ]; then turn=$second; else turn=$first; fi
  done
done

for revision in $revisions; do
  echo
  echo "Taking over what Alembic left at $revision"
  open "left-at-$revision.db"
  agree "$revision" "looking"
  step limbeck upgrade head d5e78f9a1b2c
  step alembic downgrade "$revision" "$revision"
  step limbeck downgrade base base
done

# The application's own fourth revision made one index twice and failed at that point: the columns
# and the table were there, three indexes were not, and the version stayed at the third.
# PostgreSQL undoes the whole revision, so there it cannot come to that.
if [ -z "$server" ]; then
  echo
  echo "Taking over what the application's own fourth revision left when it failed"
  open failed.db
  : > log
  alembic upgrade 3f9a6b7c8d2e >> log || fail "alembic upgrade 3f9a6b7c8d2e"
  $python - "$database" <<'PYTHON'
import sqlite3
import sys

database = sqlite3.connect(sys.argv[1])
for column in "cycle_number", "status", "started_at":
    database.execute(f"drop index ix_hedge_fund_flow_run_cycles_{column}")
database.execute("update alembic_version set version_num = '2f8c5d9e4b1a'")
database.commit()
PYTHON
  step limbeck upgrade head d5e78f9a1b2c
  step alembic downgrade base base
fi

echo
echo "Limbeck and Alembic agree: $steps steps, every one seen by both."
