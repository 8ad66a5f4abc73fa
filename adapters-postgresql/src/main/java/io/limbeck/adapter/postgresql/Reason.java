package io.limbeck.adapter.postgresql;

import io.limbeck.adapter.sql.RefusedStatement;
import io.limbeck.application.script.Script;
import io.limbeck.application.script.Statement;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What PostgreSQL says about an error: all of it, in one line, without a full stop. */
final class Reason {
  private Reason() {}

  /** {@return why a statement of a step was refused, and where in its script} */
  static String of(RefusedStatement refused) {
    String script = refused.step().script().map(Script::text).orElse("");
    return of(refused.refusal(), script, refused.statement());
  }

  /**
   * @param script the whole text that holds the statement; empty if there is none
   */
  static String of(SQLException refusal, String script, Statement statement) {
    Optional<ServerErrorMessage> server = server(refusal);
    StringBuilder reason = new StringBuilder(of(refusal));
    server
        .map(ServerErrorMessage::getPosition)
        .filter(position -> position > 0)
        .map(position -> Position.of(script, statement, position))
        .ifPresent(
            at -> reason.append(", at line %d, column %d".formatted(at.line(), at.column())));
    server.ifPresent(told -> {
      add(reason, "", told.getDetail());
      add(reason, "Hint: ", told.getHint());
      add(reason, "In ", told.getWhere());
    });
    return reason.toString();
  }

  /** {@return the message and what it is about} */
  static String withDetail(SQLException refusal) {
    StringBuilder reason = new StringBuilder(of(refusal));
    server(refusal).ifPresent(told -> add(reason, "", told.getDetail()));
    return reason.toString();
  }

  /** {@return the message alone, with the code and PostgreSQL's word for it} */
  static String of(SQLException refusal) {
    String message =
        server(refusal)
            .map(ServerErrorMessage::getMessage)
            .orElseGet(() -> String.valueOf(refusal.getMessage()));
    return "%s (%s)".formatted(withoutStop(inOneLine(message)), SqlState.told(refusal));
  }

  private static void add(StringBuilder reason, String title, @Nullable String text) {
    if (text != null) {
      reason.append(". ").append(title).append(withoutStop(inOneLine(text)));
    }
  }

  private static Optional<ServerErrorMessage> server(SQLException refusal) {
    return refusal instanceof PSQLException known
        ? Optional.ofNullable(known.getServerErrorMessage())
        : Optional.empty();
  }

  private static String inOneLine(String text) {
    return text.strip().replaceAll("\\s*\\R\\s*", "; ");
  }

  private static String withoutStop(String text) {
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }
}
