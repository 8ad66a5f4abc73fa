package io.limbeck.domain.diff;

import static io.limbeck.domain.diff.Drafts.sql;

import io.limbeck.domain.schema.Column;
import io.limbeck.domain.schema.Constraint;
import io.limbeck.domain.schema.Constraint.Action;
import io.limbeck.domain.schema.Constraint.Check;
import io.limbeck.domain.schema.Constraint.Deferral;
import io.limbeck.domain.schema.Constraint.ForeignKey;
import io.limbeck.domain.schema.Constraint.PrimaryKey;
import io.limbeck.domain.schema.Constraint.Unique;
import io.limbeck.domain.schema.Expression;
import io.limbeck.domain.schema.Index;
import io.limbeck.domain.schema.Name;
import io.limbeck.domain.schema.Schema;
import io.limbeck.domain.schema.Stored;
import io.limbeck.domain.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * A small schema in which everything stands on everything: few names, so that two of them have much
 * in common. Each choice has its own source of chance, and in some of them a variant differs.
 */
final class RandomSchema {
  private static final int TABLES = 4;
  private static final int COLUMNS = 5;
  private static final int VIEWS = 3;

  private final long seed;
  private final long variant;
  private final int percentOther;
  private final List<Stored> stored = new ArrayList<>();

  private RandomSchema(long seed, long variant, int percentOther) {
    this.seed = seed;
    this.variant = variant;
    this.percentOther = percentOther;
  }

  static Schema of(long seed) {
    return new RandomSchema(seed, 0, 0).schema();
  }

  /**
   * {@return a schema like that of {@code seed}}
   *
   * @param percentOther how many choices are made anew
   */
  static Schema variant(long seed, long variant, int percentOther) {
    return new RandomSchema(seed, variant, percentOther).schema();
  }

  // Not Random: that gives nearly the same for seeds that are nearly the same.
  private SplittableRandom chance(Object... of) {
    long place = seed * 31 + Objects.hash(of);
    boolean other = new SplittableRandom(place + variant).nextInt(100) < percentOther;
    return new SplittableRandom(other ? place - variant : place);
  }

  private boolean happens(int percent, Object... of) {
    return chance(of).nextInt(100) < percent;
  }

  private Schema schema() {
    List<Table> tables = new ArrayList<>();
    for (int i = 0; i < TABLES; i++) {
      if (happens(75, "table", i)) {
        tables.add(withKeys(columns(new Name("t" + i))));
      }
    }
    List<Table> complete = tables.stream().map(table -> withForeignKeys(table, tables)).toList();
    addStored(complete);
    return new Schema(withIndexes(complete), stored);
  }

  private Table columns(Name table) {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < COLUMNS; i++) {
      Name name = new Name("c" + i);
      if (i == 0 || happens(60, "column", table, i)) {
        columns.add(column(table, name, columns));
      }
    }
    if (columns.stream().allMatch(column -> column.generated().isPresent())) {
      columns.add(plain(table, new Name("c9")));
    }
    return new Table(table, columns, List.of(), List.of(), List.of());
  }

  private Column column(Name table, Name name, List<Column> earlier) {
    if (earlier.isEmpty() || !happens(25, "computed", table, name)) {
      return plain(table, name);
    }
    SplittableRandom random = chance("computing", table, name);
    Name source = earlier.get(random.nextInt(earlier.size())).name();
    Expression expression = sql("%s + %d".formatted(source, random.nextInt(3)));
    return new Column(
        name,
        type(random),
        random.nextInt(4) == 0,
        Optional.empty(),
        Optional.of(new Column.Generated(expression, random.nextBoolean())),
        Optional.empty());
  }

  private Column plain(Name table, Name name) {
    return new Column(
        name,
        type(chance("type", table, name)),
        happens(40, "not null", table, name),
        happens(30, "default", table, name)
            ? Optional.of(sql(String.valueOf(chance("value", table, name).nextInt(3))))
            : Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Expression type(SplittableRandom random) {
    return sql(List.of("INTEGER", "TEXT", "REAL").get(random.nextInt(3)));
  }

  private Table withKeys(Table table) {
    List<Constraint> constraints = new ArrayList<>();
    if (happens(80, "key", table.name())) {
      SplittableRandom random = chance("key's columns", table.name());
      constraints.add(
          new PrimaryKey(name("pk", table), some(table, random), random.nextInt(5) == 0));
    }
    for (int i = 0; i < 2; i++) {
      if (happens(40, "unique", table.name(), i)) {
        List<Name> columns = some(table, chance("unique columns", table.name(), i));
        add(new Unique(name("uq" + i, table), columns), constraints);
      }
      if (happens(40, "check", table.name(), i)) {
        SplittableRandom random = chance("checked", table.name(), i);
        Expression condition = sql("%s > %d".formatted(one(table, random), random.nextInt(3)));
        add(new Check(name("ck" + i, table), condition), constraints);
      }
    }
    return new Table(table.name(), table.columns(), constraints, List.of(), List.of());
  }

  private static void add(Constraint constraint, List<Constraint> constraints) {
    boolean said = constraints.stream().anyMatch(other -> isLike(constraint, other));
    boolean taken =
        constraint.name().isPresent()
            && constraints.stream().anyMatch(other -> other.name().equals(constraint.name()));
    if (!said && !taken) {
      constraints.add(constraint);
    }
  }

  /** Nobody has a foreign key twice, deferred and not. */
  private static boolean isLike(Constraint one, Constraint other) {
    return (one instanceof ForeignKey key && other instanceof ForeignKey otherKey)
        ? key.columns().equals(otherKey.columns()) && key.parent().equals(otherKey.parent())
        : one.saysTheSameAs(other);
  }

  private Optional<Name> name(String constraint, Table table) {
    SplittableRandom random = chance("name", constraint, table.name());
    return random.nextInt(2) == 0
        ? Optional.empty()
        : Optional.of(new Name("n" + random.nextInt(4)));
  }

  private Table withForeignKeys(Table table, List<Table> tables) {
    List<Constraint> constraints = new ArrayList<>(table.constraints());
    for (int i = 0; i < 2; i++) {
      SplittableRandom random = chance("foreign key", table.name(), i);
      Table parent = tables.get(random.nextInt(tables.size()));
      List<List<Name>> keys = keys(parent);
      if (!keys.isEmpty() && happens(50, "references", table.name(), i)) {
        List<Name> key = keys.get(random.nextInt(keys.size()));
        List<Name> columns = new ArrayList<>();
        key.forEach(column -> columns.add(one(table, random)));
        add(
            new ForeignKey(
                name("fk" + i, table),
                columns,
                parent.name(),
                key,
                random.nextInt(4) == 0 ? Action.CASCADE : Action.NO_ACTION,
                Action.NO_ACTION,
                random.nextInt(4) == 0 ? Deferral.INITIALLY_DEFERRED : Deferral.NOT_DEFERRABLE),
            constraints);
      }
    }
    return new Table(table.name(), table.columns(), constraints, uniqueIndexes(table), List.of());
  }

  /** What foreign keys can reference: keys, unique constraints and unique indexes. */
  private List<List<Name>> keys(Table table) {
    List<List<Name>> keys = new ArrayList<>();
    for (Constraint constraint : table.constraints()) {
      if (constraint instanceof PrimaryKey key) {
        keys.add(key.columns());
      } else if (constraint instanceof Unique unique) {
        keys.add(unique.columns());
      }
    }
    for (Index index : uniqueIndexes(table)) {
      keys.add(index.parts().stream().map(part -> new Name(part.key().sql())).toList());
    }
    return keys;
  }

  private List<Index> uniqueIndexes(Table table) {
    if (!happens(40, "unique index", table.name())) {
      return List.of();
    }
    List<Name> columns = some(table, chance("indexed", table.name()));
    return List.of(
        Drafts.uniqueIndex(
            "u_" + table.name(), columns.stream().map(Name::text).toArray(String[]::new)));
  }

  private List<Table> withIndexes(List<Table> tables) {
    List<List<Index>> indexes = new ArrayList<>();
    tables.forEach(table -> indexes.add(new ArrayList<>(table.indexes())));
    for (int i = 0; i < 5; i++) {
      if (!tables.isEmpty() && happens(60, "index", i)) {
        SplittableRandom random = chance("indexes", i);
        int place = random.nextInt(tables.size());
        Table table = tables.get(place);
        Index index = Drafts.index("i" + i, one(table, random).text());
        indexes
            .get(place)
            .add(random.nextInt(4) == 0 ? Drafts.where(index, one(table, random) + " > 1") : index);
      }
    }
    List<Table> complete = new ArrayList<>();
    for (int i = 0; i < tables.size(); i++) {
      Table table = tables.get(i);
      complete.add(
          new Table(table.name(), table.columns(), table.constraints(), indexes.get(i), List.of()));
    }
    return complete;
  }

  private void addStored(List<Table> tables) {
    if (happens(30, "virtual table")) {
      stored.add(Drafts.virtualTable("x0", happens(50, "module") ? "fts5 ( a )" : "fts5 ( b )"));
    }
    if (tables.isEmpty()) {
      return;
    }
    for (int i = 0; i < VIEWS; i++) {
      SplittableRandom random = chance("view's source", i);
      // Sometimes one of the tables' names, if it is free.
      Name name = new Name(random.nextInt(3) == 0 ? "t" + i : "v" + i);
      boolean taken = tables.stream().anyMatch(table -> table.name().equals(name));
      if (!taken && happens(60, "view", i)) {
        stored.add(Drafts.view(name.text(), query(tables, random)));
      }
    }
    for (int i = 0; i < 3; i++) {
      if (happens(60, "trigger", i)) {
        SplittableRandom random = chance("trigger's table", i);
        Table table = tables.get(random.nextInt(tables.size()));
        stored.add(
            Drafts.trigger(
                "g" + i,
                "AFTER INSERT ON %s BEGIN SELECT %s ; END"
                    .formatted(table.name(), one(table, random))));
      }
    }
  }

  private String query(List<Table> tables, SplittableRandom random) {
    List<Stored> views = stored.stream().filter(one -> one.kind() == Stored.Kind.VIEW).toList();
    if (!views.isEmpty() && random.nextInt(3) == 0) {
      return "SELECT * FROM " + views.get(random.nextInt(views.size())).name();
    }
    Table table = tables.get(random.nextInt(tables.size()));
    String what = random.nextBoolean() ? "*" : one(table, random).text();
    return "SELECT %s FROM %s".formatted(what, table.name());
  }

  private static Name one(Table table, SplittableRandom random) {
    return table.columns().get(random.nextInt(table.columns().size())).name();
  }

  /** {@return one or two columns} */
  private static List<Name> some(Table table, SplittableRandom random) {
    Name first = one(table, random);
    Name second = one(table, random);
    return random.nextInt(3) > 0 || first.equals(second) ? List.of(first) : List.of(first, second);
  }
}
