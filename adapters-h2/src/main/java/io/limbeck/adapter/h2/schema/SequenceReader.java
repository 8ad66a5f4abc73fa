package io.limbeck.adapter.h2.schema;

import io.limbeck.domain.schema.Name;
import io.limbeck.domain.schema.Stored;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads sequences, but for those of identity columns, with one query. */
record SequenceReader(Wording wording) {
  private static final String SEQUENCES =
      "SELECT * FROM INFORMATION_SCHEMA.SEQUENCES WHERE SEQUENCE_SCHEMA = CURRENT_SCHEMA";

  List<Stored> read(Connection connection) throws SQLException {
    List<Stored> sequences = new ArrayList<>();
    Rows.each(connection, SEQUENCES, row -> sequences.add(sequence(row)));
    return sequences;
  }

  private Stored sequence(ResultSet row) throws SQLException {
    String name = row.getString("SEQUENCE_NAME");
    String type = row.getString("DATA_TYPE").toUpperCase(Locale.ROOT);
    String options = Counter.options(row, Counter.Columns.OF_SEQUENCE, type);
    String definition =
        "CREATE SEQUENCE %s%s %s"
            .formatted(Wording.quoted(name), type.equals("BIGINT") ? "" : " AS " + type, options);
    return new Stored(Stored.Kind.SEQUENCE, new Name(name), wording.expression(definition.strip()));
  }
}
