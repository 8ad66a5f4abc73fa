package io.limbeck.domain.revision;

import java.util.List;
import java.util.stream.Collectors;

/** Plans in words, for assertions. */
final class InWords {
  private InWords() {}

  /** {@return the revisions whose scripts run, in order, joined by blanks} */
  static String run(Plan plan) {
    return plan.steps().stream()
        .flatMap(step -> step.revision().stream())
        .map(RevisionId::value)
        .collect(Collectors.joining(" "));
  }

  /** {@return what happens to the rows: {@code +a} inserted, {@code -a} deleted, {@code a>b}} */
  static String rows(Plan plan) {
    return plan.steps().stream()
        .flatMap(step -> step.changes().stream())
        .map(change ->
            switch (change) {
              case RowChange.Insert(RevisionId id) -> "+" + id;
              case RowChange.Delete(RevisionId id) -> "-" + id;
              case RowChange.Update(RevisionId from, RevisionId to) -> from + ">" + to;
            })
        .collect(Collectors.joining(" "));
  }

  static String joined(List<RevisionId> ids) {
    return ids.stream().map(RevisionId::value).collect(Collectors.joining(" "));
  }
}
