package io.limbeck.adapter.sql.rows;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a JSON document says, in one spelling for all that say the same: members in the order of
 * their names, of several with one name the last; numbers by their value; no blanks.
 */
final class CanonicalJson {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxNestingDepth(5_000)
                  .build())
          .build();

  private final JsonParser parser;
  private final StringBuilder written = new StringBuilder();

  private CanonicalJson(JsonParser parser) {
    this.parser = parser;
  }

  /** {@return the one spelling; empty if {@code text} is no JSON document} */
  static Optional<String> of(String text) {
    try (JsonParser parser = FACTORY.createParser(text)) {
      CanonicalJson json = new CanonicalJson(parser);
      if (parser.nextToken() == null) {
        return Optional.empty();
      }
      json.write();
      return parser.nextToken() == null ? Optional.of(json.written.toString()) : Optional.empty();
    } catch (IOException noJson) {
      return Optional.empty();
    }
  }

  private void write() throws IOException {
    switch (parser.currentToken()) {
      case START_OBJECT -> writeObject();
      case START_ARRAY -> writeArray();
      case VALUE_STRING -> writeString(parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> writeNumber();
      default -> written.append(parser.getText());
    }
  }

  private void writeObject() throws IOException {
    int begin = written.length();
    Map<String, String> members = new TreeMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      int at = written.length();
      write();
      members.put(name, written.substring(at));
    }
    written.setLength(begin);
    String separator = "{";
    for (Map.Entry<String, String> member : members.entrySet()) {
      written.append(separator);
      writeString(member.getKey());
      written.append(':').append(member.getValue());
      separator = ",";
    }
    written.append(members.isEmpty() ? "{}" : "}");
  }

  private void writeArray() throws IOException {
    String separator = "[";
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      written.append(separator);
      write();
      separator = ",";
    }
    written.append(separator.equals("[") ? "[]" : "]");
  }

  private void writeNumber() throws IOException {
    var number = parser.getDecimalValue();
    written.append(number.signum() == 0 ? "0" : number.stripTrailingZeros().toString());
  }

  private void writeString(String text) {
    written.append('"');
    JsonStringEncoder.getInstance().quoteAsString(text, written);
    written.append('"');
  }
}
