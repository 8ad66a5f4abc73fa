package io.limbeck.adapter.files;

import io.limbeck.application.script.Script;
import io.limbeck.application.script.ScriptException;
import io.limbeck.application.script.ScriptFormat;
import io.limbeck.application.script.ScriptHeader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads a script's file: only as much as the header needs, or all of it. */
record ScriptReader(ScriptFormat format, Charset charset) {
  private static final int HEAD = 4096;
  private static final char REPLACEMENT = '\uFFFD';

  /**
   * {@return the header of a file; empty if it is a folder}
   *
   * @throws ScriptException if it cannot be read or understood
   */
  Optional<ScriptHeader> header(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] head = in.readNBytes(HEAD);
      if (head.length == HEAD && charset.equals(StandardCharsets.UTF_8)) {
        String lines = decoded(file, head, lastLineEnd(head));
        if (format.holdsHeader(lines, file.toString())) {
          return Optional.of(format.header(lines, file.toString()));
        }
      }
      byte[] all = head.length < HEAD ? head : withRest(head, in);
      return Optional.of(format.header(decoded(file, all, all.length), file.toString()));
    } catch (IOException failure) {
      if (Files.isDirectory(file)) {
        return Optional.empty();
      }
      throw unreadable(file, failure);
    }
  }

  /**
   * @throws ScriptException if it cannot be read or understood
   */
  Script script(Path file) {
    try {
      byte[] all = Files.readAllBytes(file);
      return format.read(decoded(file, all, all.length), file.toString());
    } catch (IOException failure) {
      throw unreadable(file, failure);
    }
  }

  private static byte[] withRest(byte[] head, InputStream in) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream(4 * HEAD);
    all.writeBytes(head);
    in.transferTo(all);
    return all.toByteArray();
  }

  /** A header cut at the end of a line is not cut inside a character. */
  private static int lastLineEnd(byte[] head) {
    int end = head.length;
    while (end > 0 && head[end - 1] != '\n') {
      end--;
    }
    return end;
  }

  private String decoded(Path file, byte[] bytes, int length) {
    String text = new String(bytes, 0, length, charset);
    if (text.indexOf(REPLACEMENT) >= 0) {
      checkStrictly(file, ByteBuffer.wrap(bytes, 0, length));
    }
    return text;
  }

  private void checkStrictly(Path file, ByteBuffer bytes) {
    CharBuffer valid = CharBuffer.allocate(bytes.remaining() + 1);
    CoderResult result =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(bytes, valid, true);
    if (result.isError()) {
      String before = valid.flip().toString();
      int lineStart = before.lastIndexOf('\n') + 1;
      throw ScriptException.at(
          file.toString(),
          (int) before.chars().filter(character -> character == '\n').count() + 1,
          before.codePointCount(lineStart, before.length()) + 1,
          "This is not %s.".formatted(charset),
          "Save the script as %s.".formatted(charset));
    }
  }

  private static ScriptException unreadable(Path file, IOException failure) {
    return new ScriptException(
        "%s cannot be read: %s.".formatted(file, Trouble.of(failure)),
        "Make it readable, or take it out of the folder.",
        failure);
  }
}
