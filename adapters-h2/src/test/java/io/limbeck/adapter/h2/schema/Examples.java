package io.limbeck.adapter.h2.schema;

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
        CONSTRAINT flow_once UNIQUE (name, status)
      );
      CREATE TABLE runs (
        id INTEGER NOT NULL CONSTRAINT run PRIMARY KEY,
        flow_id INTEGER CONSTRAINT runs_of_flow REFERENCES flows ON DELETE CASCADE,
        "order" INTEGER DEFAULT 0 NOT NULL,
        CONSTRAINT positive CHECK ("order" >= 0)
      );
      CREATE INDEX ix_runs_flow_id ON runs (flow_id);
      CREATE INDEX ix_runs_order ON runs ("order");
      CREATE TABLE pairs (a VARCHAR(10), b INT, PRIMARY KEY (b, a));
      CREATE VIEW named AS SELECT id, name FROM flows;
      """;

  private static final Schema HERE = Schemas.of(SCRIPT);

  /** Has what the operations add. */
  private static final Schema THERE =
      Schemas.of(
          """
          CREATE TABLE flows (
            id INTEGER PRIMARY KEY,
            name TEXT,
            price NUMERIC(10, 2) DEFAULT (1 + 1) NOT NULL,
            length INTEGER GENERATED ALWAYS AS (CHAR_LENGTH(name)),
            status VARCHAR(100) DEFAULT 'NEW' NOT NULL,
            notes VARCHAR(20),
            CONSTRAINT named CHECK (CHAR_LENGTH(name) > 0 AND status <> name),
            CONSTRAINT status_once UNIQUE (status)
          );
          CREATE UNIQUE INDEX "ix status" ON flows (status DESC, name);
          CREATE TABLE runs (
            flow_id INTEGER,
            "order" INTEGER,
            CONSTRAINT ordered FOREIGN KEY ("order") REFERENCES flows (id)
              ON DELETE SET NULL ON UPDATE CASCADE
          );
          CREATE TABLE "group" (
            "key" INTEGER CONSTRAINT group_pkey PRIMARY KEY,
            "first name" TEXT DEFAULT 'it''s' NOT NULL,
            token UUID DEFAULT RANDOM_UUID(),
            size INTEGER DEFAULT -1 CONSTRAINT sized CHECK (size <> 0),
            kind ENUM('one', 'two') DEFAULT 'one',
            tags VARCHAR(20) ARRAY[10],
            CONSTRAINT other CHECK (size <> "key"),
            CONSTRAINT "size once" UNIQUE (size)
          );
          CREATE INDEX ix_group_token ON "group" (token DESC);
          CREATE TRIGGER log BEFORE INSERT, UPDATE ON runs FOR EACH ROW CALL 'TRIGGER';
          CREATE VIEW counted AS SELECT COUNT(*) AS runs FROM runs;
          """
              .replace("TRIGGER'", SilentTrigger.class.getName() + "'"));

  private Examples() {}

  /** {@return the operations of one kind} */
  static List<Operation> of(Class<? extends Operation> kind) {
    return all().filter(kind::isInstance).toList();
  }

  static Stream<Operation> all() {
    Name flows = new Name("FLOWS");
    Name runs = new Name("RUNS");
    return Stream.of(
        new Operation.CreateTable(table(THERE, "group")),
        new Operation.DropTable(table(HERE, "runs")),
        new Operation.RenameTable(runs, new Name("ORDER")),
        new Operation.AddColumn(flows, column(THERE, "flows", "price")),
        new Operation.AddColumn(flows, column(THERE, "flows", "length")),
        new Operation.DropColumn(flows, column(HERE, "flows", "notes")),
        new Operation.RenameColumn(flows, new Name("NOTES"), new Name("Remarks")),
        new Operation.ChangeType(
            flows,
            new Name("STATUS"),
            column(HERE, "flows", "status").type(),
            column(THERE, "flows", "status").type()),
        new Operation.ChangeType(
            flows,
            new Name("NOTES"),
            column(HERE, "flows", "notes").type(),
            column(THERE, "flows", "notes").type()),
        new Operation.ChangeNotNull(flows, new Name("NOTES"), true),
        new Operation.ChangeNotNull(flows, new Name("NAME"), false),
        new Operation.ChangeDefault(
            flows,
            new Name("STATUS"),
            column(HERE, "flows", "status").defaultValue(),
            column(THERE, "flows", "status").defaultValue()),
        new Operation.ChangeDefault(
            flows,
            new Name("CREATED_AT"),
            column(HERE, "flows", "created_at").defaultValue(),
            Optional.empty()),
        new Operation.ChangeDefault(
            flows,
            new Name("NOTES"),
            Optional.empty(),
            column(THERE, "group", "token").defaultValue()),
        new Operation.AddConstraint(flows, constraint(THERE, "flows", Constraint.Check.class)),
        new Operation.AddConstraint(flows, constraint(THERE, "flows", Constraint.Unique.class)),
        new Operation.AddConstraint(
            flows, new Constraint.Unique(Optional.empty(), List.of(new Name("STATUS")))),
        new Operation.AddConstraint(runs, constraint(THERE, "runs", Constraint.ForeignKey.class)),
        new Operation.DropConstraint(flows, constraint(HERE, "flows", Constraint.Unique.class)),
        new Operation.DropConstraint(runs, constraint(HERE, "runs", Constraint.Check.class)),
        new Operation.DropConstraint(runs, constraint(HERE, "runs", Constraint.ForeignKey.class)),
        new Operation.DropConstraint(
            new Name("PAIRS"), constraint(HERE, "pairs", Constraint.PrimaryKey.class)),
        new Operation.RenameConstraint(runs, new Name("POSITIVE"), new Name("not negative")),
        new Operation.CreateIndex(flows, table(THERE, "flows").indexes().getFirst()),
        new Operation.DropIndex(runs, index("ix_runs_order")),
        new Operation.CreateStored(stored("log")),
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

  private static io.limbeck.domain.schema.Index index(String name) {
    return table(HERE, "runs").indexes().stream()
        .filter(each -> each.name().equals(new Name(name)))
        .findFirst()
        .orElseThrow();
  }

  private static Stored stored(String name) {
    return THERE.stored().stream()
        .filter(each -> each.name().equals(new Name(name)))
        .findFirst()
        .orElseThrow();
  }
}
