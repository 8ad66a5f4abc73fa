package io.limbeck.adapter.http;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a request is answered.
 *
 * @param length of the content in bytes; negative if it goes on for as long as it is written
 */
record Reply(int status, Map<String, String> headers, long length, Content content) {

  /** Writes the content. */
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * @param document a tree of plain values
   */
  static Reply json(int status, Object document) {
    return bytes(status, "application/json", JsonText.bytes(document));
  }

  static Reply problem(int status, Object document) {
    return bytes(status, "application/problem+json", JsonText.bytes(document));
  }

  static Reply bytes(int status, String type, byte[] content) {
    return new Reply(
        status, Map.of("Content-Type", type), content.length, out -> out.write(content));
  }

  /** A stream that ends when {@code content} returns. */
  static Reply stream(String type, Content content) {
    return new Reply(200, Map.of("Content-Type", type), -1, content);
  }

  /** {@return whether one cannot tell when it ends} */
  boolean isStream() {
    return length < 0;
  }

  /** {@return the same with more headers} */
  Reply with(Map<String, String> others) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.putAll(others);
    return new Reply(status, all, length, content);
  }
}
