package io.limbeck.adapter.http;

import io.limbeck.application.admin.AdminListener;
import io.limbeck.application.database.DatabaseException;
import io.limbeck.application.database.LockNotObtainedException;
import io.limbeck.application.database.UnknownHeadException;
import io.limbeck.application.document.Document;
import io.limbeck.application.document.FailureCode;
import io.limbeck.application.document.MigrationDocument;
import io.limbeck.application.migrate.LossNotConfirmedException;
import io.limbeck.application.migrate.MovedException;
import io.limbeck.application.migrate.NoSectionException;
import io.limbeck.application.script.ScriptException;
import io.limbeck.domain.LimbeckException;
import java.util.Map;

/**
 * Failures as problem documents.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
 */
final class Problems {
  private static final String RETRY_SECONDS = "2";

  private final AdminListener listener;

  Problems(AdminListener listener) {
    this.listener = listener;
  }

  Reply reply(Throwable failure) {
    return switch (failure) {
      case Refused refused -> refused.reply();
      case LossNotConfirmedException loss -> loss(loss);
      case LockNotObtainedException locked ->
          foreseen(503, locked).with(Map.of("Retry-After", RETRY_SECONDS));
      case DatabaseException unusable -> foreseen(503, unusable);
      case UnknownHeadException unknown -> foreseen(409, unknown);
      case NoSectionException irreversible -> foreseen(409, irreversible);
      case MovedException moved -> foreseen(409, moved);
      case ScriptException unreadable -> foreseen(500, unreadable);
      // What is left is about what was asked for: a target that leads nowhere, or to several.
      case LimbeckException other -> foreseen(422, other);
      default -> bug(failure);
    };
  }

  /** {@return the members that every problem has} */
  static Map<String, Object> document(int status, int code, String problem, String remedy) {
    return Document.object(
        "type", "about:blank",
        "title", title(status),
        "status", status,
        "detail", problem,
        "remedy", remedy,
        "code", code);
  }

  private static Reply foreseen(int status, LimbeckException failure) {
    return Reply.problem(
        status, document(status, FailureCode.of(failure), failure.problem(), failure.remedy()));
  }

  private static Reply loss(LossNotConfirmedException loss) {
    Map<String, Object> document =
        document(
            409,
            FailureCode.of(loss),
            loss.problem(),
            loss.remedy() + " Say it as \"confirm\" in the request.");
    document.put("confirm", loss.name());
    document.put("losses", MigrationDocument.losses(loss.losses()));
    return Reply.problem(409, document);
  }

  /** What nobody foresaw is told to whoever runs the server, and not to whoever asks it. */
  private Reply bug(Throwable failure) {
    listener.bug(failure);
    return Reply.problem(
        500,
        document(
            500,
            FailureCode.FAILED,
            "The request failed in a way that nobody foresaw.",
            "This is a bug in Limbeck. Please report it with what the server's log shows."));
  }

  private static String title(int status) {
    return switch (status) {
      case 400 -> "Bad Request";
      case 401 -> "Unauthorized";
      case 403 -> "Forbidden";
      case 404 -> "Not Found";
      case 405 -> "Method Not Allowed";
      case 408 -> "Request Timeout";
      case 409 -> "Conflict";
      case 413 -> "Content Too Large";
      case 415 -> "Unsupported Media Type";
      case 422 -> "Unprocessable Content";
      case 429 -> "Too Many Requests";
      case 503 -> "Service Unavailable";
      default -> "Internal Server Error";
    };
  }
}
