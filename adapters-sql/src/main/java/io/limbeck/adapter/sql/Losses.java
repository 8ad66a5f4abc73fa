package io.limbeck.adapter.sql;

import io.limbeck.application.database.Loss;
import io.limbeck.application.database.ScriptedStep;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Counts what the tables and columns hold that steps remove. */
public final class Losses {
  private static final Pattern COUNTING = Pattern.compile("(?i)nextval|next value for");

  private Losses() {}

  /**
   * {@return what is lost, as {@link io.limbeck.application.database.Database#losses} has it}
   *
   * @param connection on which nothing is written; it may be in no transaction
   * @param isUnknownName whether the database says that there is no such table or column
   */
  public static List<Loss> of(
      Connection connection, List<ScriptedStep> steps, Predicate<SQLException> isUnknownName)
      throws SQLException {
    List<Loss> losses = new ArrayList<>();
    for (Removal removal :
        Removals.of(steps.stream().flatMap(step -> step.statements().stream()).toList())) {
      long rows = rows(connection, removal, isUnknownName);
      if (rows > 0) {
        losses.add(removal.loss(rows));
      }
    }
    return losses;
  }

  private static long rows(
      Connection connection, Removal removal, Predicate<SQLException> isUnknownName)
      throws SQLException {
    String query = removal.count(defaultOf(connection, removal));
    try (PreparedStatement count = connection.prepareStatement(query);
        ResultSet rows = count.executeQuery()) {
      return rows.next() ? rows.getLong(1) : 0;
    } catch (SQLException refusal) {
      if (isUnknownName.test(refusal)) {
        return 0;
      }
      throw refusal;
    }
  }

  /** {@return the default of the column that goes, as SQL; empty if it is none or not certain} */
  private static Optional<String> defaultOf(Connection connection, Removal removal)
      throws SQLException {
    if (removal.column().isEmpty()) {
      return Optional.empty();
    }
    String table = removal.table().text().substring(removal.table().text().lastIndexOf('.') + 1);
    String column = removal.column().get().text();
    List<String> defaults = new ArrayList<>();
    try (ResultSet columns = connection.getMetaData().getColumns(null, null, "%", "%")) {
      while (columns.next()) {
        if (columns.getString("TABLE_NAME").equalsIgnoreCase(table)
            && columns.getString("COLUMN_NAME").equalsIgnoreCase(column)) {
          defaults.add(columns.getString("COLUMN_DEF"));
        }
      }
    }
    // A default that counts up would count when it is asked for, and gives nothing back.
    return defaults.size() == 1
        ? Optional.ofNullable(defaults.getFirst()).filter(value -> !COUNTING.matcher(value).find())
        : Optional.empty();
  }
}
