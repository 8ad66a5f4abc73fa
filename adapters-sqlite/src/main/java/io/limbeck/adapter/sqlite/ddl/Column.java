package io.limbeck.adapter.sqlite.ddl;

import io.limbeck.adapter.sqlite.ddl.Constraint.Kind;
import java.util.List;
import java.util.Optional;

/**
 * A column as it stands in a table's definition.
 *
 * @param span all of it
 * @param nameSpan where its name stands
 * @param type where its type stands, with the length in parentheses
 * @param constraints in the order of the text
 */
public record Column(
    Name name, Span span, Span nameSpan, Optional<Span> type, List<Constraint> constraints) {

  /** {@return those of one kind, in the order of the text} */
  public List<Constraint> constraints(Kind kind) {
    return constraints.stream().filter(constraint -> constraint.kind() == kind).toList();
  }

  public boolean has(Kind kind) {
    return !constraints(kind).isEmpty();
  }

  /** {@return where one more constraint belongs: before a name that would else become its own} */
  int endOfConstraints() {
    return constraints.stream()
        .filter(constraint -> constraint.kind() != Kind.NAME_ALONE)
        .map(constraint -> constraint.span().end())
        .reduce(endOfType(), (before, end) -> end);
  }

  /** {@return where a word about its values belongs: behind the type, else behind the name} */
  int endOfType() {
    return type.orElse(nameSpan).end();
  }
}
