package io.limbeck.application.copy;

import io.limbeck.domain.LimbeckException;
import io.limbeck.domain.schema.Name;
import java.util.List;
import java.util.stream.Collectors;

/** A table whose references cannot be filled in, since nothing tells its rows apart. */
public final class NoKeyException extends LimbeckException {
  NoKeyException(Name table, List<Name> columns) {
    super(
        "%s has no primary key, and %s of its rows can only be filled in when all rows are there."
            .formatted(
                table, columns.stream().map(Name::text).collect(Collectors.joining(" and "))),
        "Give the table a primary key in a revision, and bring both databases there.");
  }
}
