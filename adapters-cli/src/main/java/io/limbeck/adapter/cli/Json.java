package io.limbeck.adapter.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.limbeck.application.document.Document;
import java.util.Optional;

/** What programs read: one document per run. */
final class Json {
  private Json() {}

  static String answer(String command, Optional<String> database, Object result) {
    return written(Document.answer(command, database, result));
  }

  static String failure(String command, int code, String problem, String remedy) {
    return written(Document.failure(command, code, problem, remedy));
  }

  private static String written(Object document) {
    try {
      return new ObjectMapper().writeValueAsString(document);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("not a tree of plain values", impossible);
    }
  }
}
