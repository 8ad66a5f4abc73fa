package io.limbeck.application.document;

import io.limbeck.application.verify.Drift.Drifted;
import io.limbeck.domain.diff.SchemaDiff;
import io.limbeck.domain.revision.RevisionId;
import java.util.List;
import java.util.Map;

/** Differences between schemas, as programs read them; their sentences are for people, too. */
public final class DifferenceDocument {
  private static final String SCRIPTS = "the scripts";

  private DifferenceDocument() {}

  /**
   * @param side what wants it otherwise, like {@code the models}
   */
  public static Map<String, Object> of(SchemaDiff diff, String side) {
    return Document.object(
        "differences",
        diff.differences().stream()
            .map(difference -> Document.object("difference", difference.sentence(side)))
            .toList(),
        "notes",
        diff.notes());
  }

  public static Map<String, Object> of(List<Drifted> found) {
    return Document.object(
        "differences", found.stream().map(DifferenceDocument::difference).toList());
  }

  /** {@return the sentence about a difference, with the revision it is about} */
  public static String sentence(Drifted drifted) {
    return drifted.difference().sentence(SCRIPTS)
        + drifted.revision().map(id -> " (revision %s)".formatted(id)).orElse("");
  }

  private static Map<String, Object> difference(Drifted drifted) {
    Map<String, Object> object =
        Document.object("difference", drifted.difference().sentence(SCRIPTS));
    drifted.revision().map(RevisionId::value).ifPresent(id -> object.put("revision", id));
    return object;
  }
}
