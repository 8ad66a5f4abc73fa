package io.limbeck.adapter.files;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.stream.Stream;

/** The encoding in which scripts are written and read: {@code output_encoding}, else UTF-8. */
final class ScriptCharset {
  private static final String KEY = "output_encoding";

  private ScriptCharset() {}

  /** Python spells {@code latin-1} and {@code utf8} in ways of its own. */
  static Charset of(Configuration configuration) {
    return configuration
        .get(KEY)
        .map(name ->
            Stream.of(name.strip(), name.strip().replaceAll("[-_]", ""))
                .filter(ScriptCharset::isKnown)
                .findFirst()
                .map(Charset::forName)
                .orElseThrow(
                    () -> configuration.error(KEY, "'%s' is no known encoding".formatted(name))))
        .orElse(StandardCharsets.UTF_8);
  }

  private static boolean isKnown(String name) {
    try {
      return Charset.isSupported(name) && Charset.forName(name).canEncode();
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      return false;
    }
  }
}
