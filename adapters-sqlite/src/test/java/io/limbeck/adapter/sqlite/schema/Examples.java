package io.limbeck.adapter.sqlite.schema;

import io.limbeck.domain.operation.Operation;
import io.limbeck.domain.schema.Column;
import io.limbeck.domain.schema.Constraint;
import io.limbeck.domain.schema.Name;
import io.limbeck.domain.schema.Schema;
import io.limbeck.domain.schema.Stored;
import io.limbeck.domain.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Operations that tests carry out, each on {@link #SCRIPT}. */
final class Examples {
  static final String SCRIPT =
      """
      CREATE TABLE flows (
        id INTEGER NOT NULL PRIMARY KEY,
        name VARCHAR(200) NOT NULL,
        status VARCHAR(50) DEFAULT 'IDLE' NOT NULL,
        created_at TIMESTAMP WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP,
        notes TEXT,
        UNIQUE (name, status)
      );
      CREATE TABLE runs (
        id INTEGER NOT NULL PRIMARY KEY,
        flow_id INTEGER CONSTRAINT runs_of_flow REFERENCES flows ON DELETE CASCADE,
        "order" INTEGER NOT NULL DEFAULT 0,
        CONSTRAINT positive CHECK ("order" >= 0)
      );
      CREATE INDEX ix_runs_flow_id ON runs (flow_id);
      CREATE TABLE counted_numbers (n INTEGER PRIMARY KEY AUTOINCREMENT, v TEXT);
      CREATE TABLE strict_keys (a TEXT, b INT, PRIMARY KEY (b, a)) STRICT;
      CREATE VIEW dated AS SELECT id, created_at FROM flows;
      """;

  private static final Schema HERE = Schemas.of(SCRIPT);

  /** Has what the operations add. */
  private static final Schema THERE =
      Schemas.of(
          """
          CREATE TABLE flows (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            name TEXT,
            price NUMERIC(10, 2) DEFAULT (1 + 1) NOT NULL CHECK (price > 0),
            slug TEXT COLLATE NOCASE,
            length INTEGER GENERATED ALWAYS AS (length(name)) VIRTUAL,
            status TEXT DEFAULT 'NEW',
            CHECK (length(name) > 0 AND status <> name),
            UNIQUE (status COLLATE NOCASE DESC) ON CONFLICT REPLACE
          );
          CREATE UNIQUE INDEX "ix lower" ON flows (lower(name), name || status, status COLLATE NOCASE DESC)
            WHERE status IS NOT NULL;
          CREATE TABLE runs (
            flow_id INTEGER,
            "order" INTEGER,
            FOREIGN KEY ("order") REFERENCES flows (id)
              ON DELETE SET NULL ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED
          );
          CREATE TABLE "group" (
            "key" INTEGER PRIMARY KEY AUTOINCREMENT,
            "first name" TEXT DEFAULT 'it''s' NOT NULL,
            token TEXT DEFAULT (lower(hex(randomblob(16)))),
            size INTEGER DEFAULT -1 CHECK (size <> 0),
            CHECK (size <> "key"),
            CONSTRAINT "name once" UNIQUE ("first name")
          ) STRICT;
          CREATE INDEX ix_group_token ON "group" (token DESC);
          CREATE TABLE pairs (one TEXT, two TEXT, PRIMARY KEY (two DESC, one)) WITHOUT ROWID;
          CREATE TRIGGER log AFTER INSERT ON runs BEGIN
            UPDATE flows SET notes = 'run' WHERE id = NEW.flow_id;
          END;
          CREATE VIRTUAL TABLE docs USING fts5(title, body);
          CREATE VIEW counted AS
            SELECT count(*) AS runs FROM runs;
          """);

  private Examples() {}

  /** {@return the operations of one kind} */
  static List<Operation> of(Class<? extends Operation> kind) {
    return all().filter(kind::isInstance).toList();
  }

  static Stream<Operation> all() {
    Name flows = new Name("flows");
    Name runs = new Name("runs");
    return Stream.of(
        new Operation.CreateTable(table(THERE, "group")),
        new Operation.CreateTable(table(THERE, "pairs")),
        new Operation.DropTable(table(HERE, "runs")),
        new Operation.RenameTable(runs, new Name("order")),
        new Operation.AddColumn(flows, column(THERE, "flows", "price")),
        new Operation.AddColumn(flows, column(THERE, "flows", "slug")),
        new Operation.AddColumn(flows, column(THERE, "flows", "length")),
        new Operation.DropColumn(flows, column(HERE, "flows", "notes")),
        new Operation.RenameColumn(flows, new Name("notes"), new Name("remarks")),
        new Operation.ChangeType(
            flows,
            new Name("name"),
            column(HERE, "flows", "name").type(),
            column(THERE, "flows", "name").type()),
        new Operation.ChangeType(
            flows, new Name("notes"), column(HERE, "flows", "notes").type(), Types.of("")),
        new Operation.ChangeNotNull(flows, new Name("notes"), true),
        new Operation.ChangeNotNull(flows, new Name("name"), false),
        new Operation.ChangeDefault(
            flows,
            new Name("status"),
            column(HERE, "flows", "status").defaultValue(),
            column(THERE, "flows", "status").defaultValue()),
        new Operation.ChangeDefault(
            flows,
            new Name("created_at"),
            column(HERE, "flows", "created_at").defaultValue(),
            Optional.empty()),
        new Operation.ChangeDefault(
            flows,
            new Name("notes"),
            Optional.empty(),
            column(THERE, "group", "token").defaultValue()),
        new Operation.AddConstraint(flows, constraint(THERE, "flows", Constraint.Check.class)),
        new Operation.AddConstraint(flows, constraint(THERE, "flows", Constraint.Unique.class)),
        new Operation.AddConstraint(runs, constraint(THERE, "runs", Constraint.ForeignKey.class)),
        new Operation.DropConstraint(flows, constraint(HERE, "flows", Constraint.Unique.class)),
        new Operation.DropConstraint(runs, constraint(HERE, "runs", Constraint.Check.class)),
        new Operation.DropConstraint(runs, constraint(HERE, "runs", Constraint.ForeignKey.class)),
        new Operation.DropConstraint(
            new Name("counted_numbers"),
            constraint(HERE, "counted_numbers", Constraint.PrimaryKey.class)),
        new Operation.DropConstraint(
            new Name("strict_keys"), constraint(HERE, "strict_keys", Constraint.PrimaryKey.class)),
        new Operation.RenameConstraint(runs, new Name("positive"), new Name("not negative")),
        new Operation.CreateIndex(flows, table(THERE, "flows").indexes().getFirst()),
        new Operation.DropIndex(runs, table(HERE, "runs").indexes().getFirst()),
        new Operation.CreateStored(stored("log")),
        new Operation.CreateStored(stored("docs")),
        new Operation.CreateStored(stored("counted")),
        new Operation.DropStored(HERE.stored().getFirst()),
        new Operation.ByHand("Look at the rows.", "Look at them again."));
  }

  private static Table table(Schema schema, String name) {
    return schema.table(new Name(name)).orElseThrow();
  }

  private static Column column(Schema schema, String table, String name) {
    return table(schema, table).column(new Name(name)).orElseThrow();
  }

  private static <T extends Constraint> T constraint(Schema schema, String table, Class<T> kind) {
    return table(schema, table).constraints(kind).getFirst();
  }

  private static Stored stored(String name) {
    return THERE.stored().stream()
        .filter(each -> each.name().equals(new Name(name)))
        .findFirst()
        .orElseThrow();
  }
}
