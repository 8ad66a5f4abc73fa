package io.limbeck.application.document;

import io.limbeck.domain.revision.Heads;
import io.limbeck.domain.revision.RevisionId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A document, {@code "format": 1}: maps, lists, strings, numbers and booleans, their members in the
 * order to write them. Members are added to a format; they are not renamed, and do not go.
 */
public final class Document {
  private static final int FORMAT = 1;

  private Document() {}

  /**
   * @param database the name of the database it is about
   */
  public static Map<String, Object> answer(
      String command, Optional<String> database, Object result) {
    Map<String, Object> document = object("format", FORMAT, "command", command);
    database.ifPresent(name -> document.put("database", name));
    document.put("result", result);
    return document;
  }

  /**
   * @param code see {@link FailureCode}
   */
  public static Map<String, Object> failure(
      String command, int code, String problem, String remedy) {
    return object(
        "format",
        FORMAT,
        "command",
        command,
        "error",
        object("code", code, "problem", problem, "remedy", remedy));
  }

  /**
   * {@return an object with its members in this order; more can be added}
   *
   * @param namesAndValues name, value, name, value ...
   */
  public static Map<String, Object> object(Object... namesAndValues) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      object.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return object;
  }

  public static List<String> ids(Collection<RevisionId> ids) {
    return ids.stream().map(RevisionId::value).toList();
  }

  /** {@return the ids, sorted} */
  public static List<String> rows(Heads heads) {
    return ids(heads.sorted());
  }
}
