package io.limbeck.adapter.http;

import io.limbeck.application.admin.Access;
import io.limbeck.application.document.Document;
import java.util.Optional;
import java.util.function.Function;

/** Answers from the database, as the command line's documents are: about a database by its name. */
final class Answers {
  private final Reads reads;

  Answers(Reads reads) {
    this.reads = reads;
  }

  /** {@return the answer of one question} */
  Reply reply(String command, Function<Access, Object> question) {
    return reads.ask(access ->
        Reply.json(
            200,
            Document.answer(
                command, Optional.of(access.database().name()), question.apply(access))));
  }
}
