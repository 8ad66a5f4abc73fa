package io.limbeck.adapter.sql;

import io.limbeck.application.models.Ddl;
import io.limbeck.application.models.DdlFormat;
import io.limbeck.application.models.ModelsException;
import io.limbeck.domain.diff.Silence;
import java.util.List;

/** DDL as SQL, which can say all there is to say. */
public final class SqlDdlFormat implements DdlFormat {

  @Override
  public Ddl read(String text, String location) {
    Source source = Source.of(text, location);
    List<Token> tokens = Tokenizer.tokens(source);
    List<SqlStatement> statements =
        Splitter.split(source, tokens).stream()
            // What writes DDL wraps it; the one who runs it has a transaction already.
            .filter(statement -> !SectionRules.isTransactionControl(statement.tokens()))
            .toList();
    if (statements.isEmpty()) {
      throw new ModelsException(
          "There is no statement in %s.".formatted(location),
          "The models are the CREATE TABLE statements that make the whole schema.");
    }
    return new Ddl(
        location,
        statements.stream().map(statement -> statement.in(source)).toList(),
        Silence.none(),
        new DdlHints(source, Definitions.of(statements)).in(tokens));
  }
}
