#!/bin/sh
# How long "current" takes, from the command to its end, against Alembic on the same database.
#
#   benchmarks/startup.sh [RUNS]
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
limbeck=${LIMBECK:-$here/../limbeck}
case $limbeck in
  /*) ;;
  */*) limbeck=$PWD/$limbeck ;;
esac
runs=${1:-15}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM

# A database at the example's head; five revisions for each tool to read.
ini=$here/../examples/hedge-fund/app/backend/alembic.ini
SQLALCHEMY_URL=sqlite:///$work/hedge_fund.db
export SQLALCHEMY_URL
"$limbeck" -c "$ini" upgrade head > "$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }

mkdir -p "$work/project/versions"
printf '[alembic]\nscript_location = %%(here)s\n' > "$work/project/alembic.ini"
cat > "$work/project/env.py" <<'PYTHON'
import os

from alembic import context
from sqlalchemy import create_engine, pool

engine = create_engine(os.environ["SQLALCHEMY_URL"], poolclass=pool.NullPool)
with engine.connect() as connection:
    context.configure(connection=connection)
    with context.begin_transaction():
        context.run_migrations()
PYTHON
before=None
for revision in 5274886e5bee 1b1feba3d897 2f8c5d9e4b1a 3f9a6b7c8d2e d5e78f9a1b2c; do
  printf 'revision = "%s"\ndown_revision = %s\n\n\ndef upgrade():\n    pass\n' $revision $before \
    > "$work/project/versions/$revision.py"
  before="\"$revision\""
done

python3 "$here/alternate.py" "$runs" \
  "alembic current" "alembic -c '$work/project/alembic.ini' current" \
  "limbeck current" "'$limbeck' -c '$ini' current"
