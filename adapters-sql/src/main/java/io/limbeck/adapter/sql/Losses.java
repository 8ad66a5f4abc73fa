package io.limbeck.adapter.sql;

import io.limbeck.application.database.Loss;
import io.limbeck.application.database.ScriptedStep;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Counts what the tables and columns hold that steps remove. */
public final class Losses {
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
    try (PreparedStatement count = connection.prepareStatement(removal.count());
        ResultSet rows = count.executeQuery()) {
      return rows.next() ? rows.getLong(1) : 0;
    } catch (SQLException refusal) {
      if (isUnknownName.test(refusal)) {
        return 0;
      }
      throw refusal;
    }
  }
}
