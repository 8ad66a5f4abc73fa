package io.limbeck.application.models;

import io.limbeck.application.script.Statement;
import io.limbeck.domain.diff.RenameHint;
import io.limbeck.domain.diff.Silence;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Models as the statements that make them in an empty database.
 *
 * @param location what the lines of the statements are counted in, for messages: a file, the output
 *     of a command, what is made of a folder of entities
 * @param statements in order; not empty
 * @param silence what models that are written down in this way cannot say
 * @param hints what the models say was renamed, in their order; mostly empty
 */
public record Ddl(
    String location, List<Statement> statements, Silence silence, List<RenameHint> hints) {
  public Ddl {
    statements = List.copyOf(statements);
    hints = List.copyOf(hints);
  }

  /** {@return all statements, each with its semicolon, parted by empty lines} */
  public String text() {
    return statements.stream()
        .map(statement -> statement.sql() + ";\n")
        .collect(Collectors.joining("\n"));
  }
}
