#!/bin/sh
# How long it takes to compare 500 tables of 10 columns with models that differ in 20 places, and to
# write the script, against Alembic on the same database with the same tables in SQLAlchemy. Limbeck
# tries its script as well, up, down and up again, with rows in every table; Alembic does not.
#
#   benchmarks/autogenerate.sh [TABLES [RUNS]]
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
limbeck=${LIMBECK:-$here/../limbeck}
case $limbeck in
  /*) ;;
  */*) limbeck=$PWD/$limbeck ;;
esac
tables=${1:-500}
runs=${2:-5}
if ! command -v alembic > /dev/null || ! /usr/bin/python3 -c 'import sqlalchemy' 2> /dev/null; then
  echo "This needs Alembic and SQLAlchemy: apt install alembic python3-sqlalchemy" >&2
  exit 1
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
cd "$work"

/usr/bin/python3 - "$tables" <<'PYTHON'
import os
import sys

COUNT = int(sys.argv[1])
if COUNT < 30:
    sys.exit("At least 30 tables: each difference is in one of its own.")


def columns(number, models):
    """The columns of a table: name, type in SQL and in SQLAlchemy, NOT NULL."""
    yield "name", "VARCHAR(200)", "String(200)", True
    short = 50 if not (models and 10 <= number < 13) else 80  # 3 types that change
    yield "status", f"VARCHAR({short})", f"String({short})", True
    yield "note", "VARCHAR(500)", "String(500)", models and 13 <= number < 16  # 3 NOT NULL
    yield "amount", "NUMERIC(10, 2)", "Numeric(10, 2)", False
    yield "created_at", "DATETIME", "DateTime", False
    yield "started_at", "DATETIME", "DateTime", False
    yield "request", "TEXT", "Text", False
    if not (models and 16 <= number < 19):  # 3 columns that go
        yield "error", "TEXT", "Text", False
    if models and 19 <= number < 23:  # 4 columns that come
        yield "owner", "VARCHAR(100)", "String(100)", False


def indexes(number, models):
    yield f"ix_{number}_status", "status"
    if models and 23 <= number < 26:  # 3 indexes
        yield f"ix_{number}_name", "name"


def ddl(numbers, models):
    for number in numbers:
        yield f"CREATE TABLE table_{number} (\n  id INTEGER NOT NULL"
        for name, sql, _, required in columns(number, models):
            yield f",\n  {name} {sql}{' NOT NULL' if required else ''}"
        yield f",\n  parent_id INTEGER,\n  CONSTRAINT pk_{number} PRIMARY KEY (id)"
        yield f",\n  CONSTRAINT fk_{number} FOREIGN KEY (parent_id) REFERENCES table_{number} (id)\n);\n"
        for index, column in indexes(number, models):
            yield f"CREATE INDEX {index} ON table_{number} ({column});\n"


def python(numbers):
    yield "from sqlalchemy import *\nmetadata = MetaData()\n"
    for number in numbers:
        yield f"Table('table_{number}', metadata, Column('id', Integer, nullable=False)"
        for name, _, sqlalchemy, required in columns(number, True):
            yield f",\n  Column('{name}', {sqlalchemy}, nullable={not required})"
        yield f",\n  Column('parent_id', Integer), PrimaryKeyConstraint('id', name='pk_{number}')"
        yield f",\n  ForeignKeyConstraint(['parent_id'], ['table_{number}.id'], name='fk_{number}')"
        for index, column in indexes(number, True):
            yield f",\n  Index('{index}', '{column}')"
        yield ")\n"


def write(path, *parts):
    with open(path, "w") as file:
        file.writelines(parts)


there = range(COUNT)
wanted = range(2, COUNT + 2)  # 2 tables go and 2 come
for folder in "limbeck/versions", "alembic/versions":
    os.makedirs(folder)
write("limbeck/alembic.ini", "[alembic]\nscript_location = %(here)s\nmodels = models.sql\n")
write("limbeck/models.sql", *ddl(wanted, True))
write(
    "limbeck/versions/first.sql",
    "-- First\n--\n-- Revision ID: first\n-- Revises:\n\n-- migrate:upgrade\n",
    *ddl(there, False),
    "\n-- migrate:downgrade\n",
    *(f"DROP TABLE table_{number};\n" for number in there),
)
write(
    "alembic/alembic.ini",
    "[alembic]\nscript_location = %(here)s\nprepend_sys_path = %(here)s\nsqlalchemy.url = sqlite:///app.db\n",
)
write("alembic/models.py", *python(wanted))
write(
    "alembic/env.py",
    """from alembic import context
from sqlalchemy import create_engine
from models import metadata

with create_engine(context.config.get_main_option("sqlalchemy.url")).connect() as connection:
    context.configure(
        connection=connection,
        target_metadata=metadata,
        compare_type=True,
        include_name=lambda name, kind, parents: name != "limbeck_history",
    )
    with context.begin_transaction():
        context.run_migrations()
""",
)
write(
    "alembic/script.py.mako",
    """revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}
branch_labels = None
depends_on = None
from alembic import op
import sqlalchemy as sa
def upgrade():
    ${upgrades if upgrades else "pass"}
def downgrade():
    ${downgrades if downgrades else "pass"}
""",
)
write("alembic/versions/first.py", "revision = 'first'\ndown_revision = None\n")
PYTHON

# Each writes its script anew.
cat > limbeck.sh << SCRIPT
rm -f limbeck/versions/next*
"$limbeck" -c limbeck/alembic.ini --url sqlite:///app.db "\$@" > limbeck.log 2>&1
test \$? -eq "\$CODE"
SCRIPT
cat > alembic.sh << 'SCRIPT'
rm -f alembic/versions/next*
alembic -c alembic/alembic.ini revision --autogenerate -m Next --rev-id next > alembic.log 2>&1
SCRIPT

CODE=0 sh limbeck.sh upgrade head # builds it, where that is still to do
python3 "$here/alternate.py" "$runs" \
  "alembic --autogenerate" "sh alembic.sh" \
  "limbeck check" "env CODE=4 sh limbeck.sh check" \
  "limbeck --autogenerate" "env CODE=0 sh limbeck.sh revision --autogenerate -m Next --rev-id next"

echo
echo "found: $(sed -n '/^def downgrade/q; /op\.\(drop\|create\|add\|alter\)_\(table\|column\|index\)/p' \
  alembic/versions/next*.py | wc -l) operations in Alembic's script," \
  "$(sed -n '/^-- migrate:downgrade/q; /^\(ALTER\|CREATE\|DROP\)/p' limbeck/versions/next* | wc -l) in Limbeck's"
tail -n 2 limbeck.log
