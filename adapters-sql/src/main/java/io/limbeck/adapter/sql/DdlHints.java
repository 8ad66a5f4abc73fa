package io.limbeck.adapter.sql;

import io.limbeck.adapter.sql.Definitions.Definition;
import io.limbeck.application.models.WasComment;
import io.limbeck.application.script.ScriptException;
import io.limbeck.domain.diff.RenameHint;
import io.limbeck.domain.schema.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the comments of DDL say was renamed. Such a comment is about the definition that stands
 * before it in its line; alone in its line it is about the one that follows.
 */
record DdlHints(Source source, Definitions definitions) {

  /** {@return the hints among {@code tokens}, which are all of the source} */
  List<RenameHint> in(List<Token> tokens) {
    List<RenameHint> hints = new ArrayList<>();
    @Nullable Token before = null;
    for (int index = 0; index < tokens.size(); index++) {
      Token token = tokens.get(index);
      if (!token.isComment()) {
        before = token;
        continue;
      }
      Optional<WasComment> comment = WasComment.in(inside(token));
      if (comment.isPresent()) {
        boolean behind =
            before != null && source.line(before.end() - 1) == source.line(token.start());
        Optional<Token> beside =
            behind ? Optional.ofNullable(before) : next(tokens.subList(index, tokens.size()));
        hints.add(hint(token, comment.get(), beside.flatMap(definitions::of)));
      }
    }
    return hints;
  }

  private RenameHint hint(Token token, WasComment comment, Optional<Definition> definition) {
    Name was =
        comment
            .name()
            .orElseThrow(() ->
                error(
                    token,
                    "'%s' is no name.".formatted(comment.text()),
                    "Write the old name alone behind was:, in quotes if it needs them."));
    Definition of =
        definition.orElseThrow(() ->
            error(
                token,
                "This hint stands beside no table and no column.",
                "Put it behind the definition of one, or alone in the line above."));
    return of.column()
        .<RenameHint>map(column -> new RenameHint.OfColumn(of.table(), column, was))
        .orElseGet(() -> new RenameHint.OfTable(of.table(), was));
  }

  /** A comma, which some put at the beginning of a line, ends what stands before; as ) does. */
  private static Optional<Token> next(List<Token> tokens) {
    return tokens.stream()
        .filter(token -> !token.isComment() && !token.text().equals(","))
        .findFirst()
        .filter(token -> !token.text().equals(")"));
  }

  private static String inside(Token comment) {
    String text = comment.text();
    return comment.kind() == Token.Kind.LINE_COMMENT
        ? text.substring(2)
        : text.substring(2, text.length() - 2);
  }

  private ScriptException error(Token token, String problem, String remedy) {
    return source.error(token.start(), problem, remedy);
  }
}
