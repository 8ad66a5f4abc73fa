package io.limbeck.adapter.sqlite.alter;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.limbeck.adapter.sqlite.ddl.CreateView;
import io.limbeck.adapter.sqlite.ddl.Expressions;
import io.limbeck.adapter.sqlite.ddl.Name;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;

/**
 * What stands on the tables of a connection and does not work: views, triggers and foreign keys
 * that SQLite refuses to prepare. Looked at before a change and after it, it shows what the change
 * breaks; SQLite itself looks at a part of it only, and for some changes at nothing.
 */
final class Dependents {
  private final Sql sql;
  private final SequencedSet<Name> dropped;
  // What is broken, in words, and why.
  private final Map<String, String> broken = new LinkedHashMap<>();
  private final Map<String, String> definitions = new LinkedHashMap<>();

  private Dependents(Sql sql, SequencedSet<Name> dropped) {
    this.sql = sql;
    this.dropped = dropped;
  }

  /**
   * Looks at everything.
   *
   * @param dropped columns that are to go or are gone: in double quotes SQLite would take them for
   *     strings then
   */
  static Dependents now(Sql sql, SequencedSet<Name> dropped) throws SQLException {
    Dependents dependents = new Dependents(sql, dropped);
    for (Name schema :
        sql.list("SELECT name FROM pragma_database_list", row -> new Name(row.getString(1)))) {
      dependents.views(schema);
      dependents.triggers(schema);
      dependents.foreignKeys(schema);
    }
    return dependents;
  }

  /** {@return whether anything does not work} */
  boolean areBroken() {
    return !broken.isEmpty();
  }

  /** {@return a view or trigger that does not work and mentions all the names; empty if none} */
  Optional<String> brokenThatMentions(List<Name> names) {
    return definitions.entrySet().stream()
        .filter(
            entry -> names.stream().allMatch(name -> Expressions.mentions(entry.getValue(), name)))
        .map(entry -> "%s (%s)".formatted(entry.getKey(), broken.get(entry.getKey())))
        .findFirst();
  }

  /** {@return a phrase for each thing that worked at {@code earlier}; may be empty} */
  List<String> brokenSince(Dependents earlier) {
    return broken.entrySet().stream()
        .filter(entry -> !earlier.broken.containsKey(entry.getKey()))
        .map(entry -> "%s (%s)".formatted(entry.getKey(), entry.getValue()))
        .toList();
  }

  private void triggers(Name schema) throws SQLException {
    for (Triggers.Broken trigger : Triggers.of(sql, schema).broken(dropped)) {
      String what = "the trigger " + inSchema(schema, trigger.name());
      broken.put(what, trigger.reason());
      definitions.put(what, trigger.sql());
    }
  }

  private static String inSchema(Name schema, Name name) {
    return schema.equals(new Name("main")) ? name.text() : schema + "." + name;
  }

  private void views(Name schema) throws SQLException {
    record View(Name name, String sql) {}
    for (View view :
        sql.list(
            "SELECT name, sql FROM %s.sqlite_schema WHERE type = 'view'".formatted(schema.quoted()),
            row -> new View(new Name(row.getString(1)), row.getString(2)))) {
      String what = "the view " + inSchema(schema, view.name());
      note(what, "SELECT * FROM %s.%s".formatted(schema.quoted(), view.name().quoted()));
      for (Name column : dropped) {
        Optional<String> certain = CreateView.queryOf(view.sql(), column);
        if (certain.isPresent()) {
          note(what, certain.get());
        }
      }
      if (broken.containsKey(what)) {
        definitions.put(what, view.sql());
      }
    }
  }

  private void foreignKeys(Name schema) throws SQLException {
    Map<Name, List<ForeignKey>> keys =
        ForeignKey.all(sql, schema).stream()
            .collect(groupingBy(ForeignKey::child, LinkedHashMap::new, toList()));
    Set<Name> tables =
        new HashSet<>(
            sql.list(
                "SELECT name FROM %s.sqlite_schema WHERE type = 'table'".formatted(schema.quoted()),
                row -> new Name(row.getString(1))));
    for (Map.Entry<Name, List<ForeignKey>> child : keys.entrySet()) {
      foreignKeys(child.getKey(), child.getValue(), tables);
    }
  }

  /** SQLite looks for the key that a foreign key needs when it prepares to check it. */
  private void foreignKeys(Name child, List<ForeignKey> keys, Set<Name> tables)
      throws SQLException {
    Optional<String> refusal =
        sql.refusal(
            "PRAGMA %s.foreign_key_check(%s)"
                .formatted(keys.getFirst().schema().quoted(), child.quoted()));
    boolean explained = false;
    for (ForeignKey key : keys) {
      Optional<String> flaw =
          refusal.isPresent() || !tables.contains(key.parent()) ? key.flaw(sql) : Optional.empty();
      flaw.ifPresent(reason -> broken.put("the foreign key of " + key.place(), reason));
      explained |= flaw.isPresent();
    }
    if (refusal.isPresent() && !explained) {
      broken.put("a foreign key of " + child, refusal.get());
    }
  }

  private void note(String what, String statement) {
    sql.refusal(statement).ifPresent(reason -> broken.putIfAbsent(what, reason));
  }
}
