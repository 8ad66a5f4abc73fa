package io.limbeck.adapter.sql;

import io.limbeck.adapter.sql.Removal.Name;
import io.limbeck.application.script.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads which tables and columns statements remove, without a database. Renamings are followed;
 * what the statements make themselves needs no care, since it is not there before them.
 *
 * <p>Names are the same in whatever case, quoted or not: that is SQLite's rule, and the careful
 * reading of the others'.
 */
final class Removals {
  private final List<Removal> found = new ArrayList<>();
  // What a name stands for now, by the name it had first; empty if that was removed or renamed. A
  // name that is missing here stands for itself.
  private final Map<String, Optional<Table>> tables = new HashMap<>();

  private Removals() {}

  /** A table that was there, with the columns whose names stand for others now. */
  private record Table(Name name, Map<String, Optional<Name>> columns) {
    Table(Name name) {
      this(name, new HashMap<>());
    }
  }

  /**
   * {@return what {@code statements} remove, in order, each once; of a table that goes, only it}
   */
  static List<Removal> of(List<Statement> statements) {
    Removals removals = new Removals();
    statements.forEach(statement -> removals.read(new Phrase(statement.sql())));
    return List.copyOf(removals.found);
  }

  private void read(Phrase phrase) {
    if (phrase.takes("DROP") && phrase.takes("TABLE")) {
      phrase.takes("IF", "EXISTS");
      do {
        phrase.name().ifPresent(this::dropTable);
      } while (phrase.takes(","));
    } else if (phrase.takes("ALTER") && phrase.takes("TABLE")) {
      phrase.takes("IF", "EXISTS");
      phrase.takes("ONLY");
      phrase.name().ifPresent(table -> alter(table, phrase));
    }
  }

  private void alter(Name written, Phrase phrase) {
    Name table = written;
    do {
      if (phrase.takes("DROP")) {
        dropColumns(table, phrase);
      } else if (phrase.takes("RENAME", "TO")) {
        table = rename(table, phrase.name());
      } else if (phrase.takes("RENAME") && !phrase.takes("CONSTRAINT")) {
        phrase.takes("COLUMN");
        renameColumn(table, phrase.name(), phrase);
      } else if (phrase.takes("ALTER")) {
        phrase.takes("COLUMN");
        phrase.takes("IF", "EXISTS");
        Optional<Name> column = phrase.name();
        if (phrase.takes("RENAME")) {
          renameColumn(table, column, phrase);
        }
      }
    } while (phrase.skipsPastComma());
  }

  /** H2 takes several columns after one DROP COLUMN, with parentheses or without. */
  private void dropColumns(Name table, Phrase phrase) {
    boolean column = phrase.takes("COLUMN");
    if (!column && (phrase.takes("CONSTRAINT") || phrase.takes("PRIMARY", "KEY"))) {
      return;
    }
    phrase.takes("IF", "EXISTS");
    phrase.takes("(");
    do {
      phrase.name().ifPresent(name -> dropColumn(table, name));
    } while (phrase.takesCommaBeforeLoneName());
    phrase.takes(")");
  }

  private void dropTable(Name written) {
    standing(written)
        .ifPresent(table -> {
          if (!table.columns().isEmpty()) {
            found.removeIf(removal -> removal.table().equals(table.name()));
          }
          found.add(new Removal(table.name(), Optional.empty()));
        });
    tables.put(key(written), Optional.empty());
  }

  private void dropColumn(Name written, Name column) {
    standing(written)
        .ifPresent(table -> {
          table
              .columns()
              .getOrDefault(key(column), Optional.of(column))
              .ifPresent(name -> found.add(new Removal(table.name(), Optional.of(name))));
          table.columns().put(key(column), Optional.empty());
        });
  }

  private Name rename(Name from, Optional<Name> to) {
    if (to.isEmpty()) {
      return from;
    }
    Optional<Table> table = standing(from);
    tables.put(key(from), Optional.empty());
    tables.put(key(to.get()), table);
    return to.get();
  }

  private void renameColumn(Name written, Optional<Name> from, Phrase phrase) {
    if (from.isEmpty() || !phrase.takes("TO")) {
      return;
    }
    Optional<Name> to = phrase.name();
    Optional<Table> table = standing(written);
    if (to.isPresent() && table.isPresent()) {
      Map<String, Optional<Name>> columns = table.get().columns();
      Optional<Name> name = columns.getOrDefault(key(from.get()), from);
      columns.put(key(from.get()), Optional.empty());
      columns.put(key(to.get()), name);
    }
  }

  private Optional<Table> standing(Name written) {
    return tables.computeIfAbsent(key(written), name -> Optional.of(new Table(written)));
  }

  private static String key(Name name) {
    return name.text().toLowerCase(Locale.ROOT);
  }
}
