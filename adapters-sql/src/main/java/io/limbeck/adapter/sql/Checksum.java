package io.limbeck.adapter.sql;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * What a script does, as a number: SHA-256 over its sections' tokens. Layout, comments, empty
 * statements and the kind of line ends (git may change it, in strings too) do not count. Letters
 * count as they are written, in keywords too: SQLite keeps the spelling of names, and what is a
 * keyword differs from database to database.
 *
 * <p>Every list is preceded by its length and every text by its length in bytes, so that two
 * different scripts are never the same bytes. Whatever changes here changes {@link #VERSION}, for
 * databases keep these numbers.
 */
final class Checksum {
  private static final String VERSION = "v1:";

  private final MessageDigest digest;

  private Checksum() {
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }

  static String of(List<SqlSection> sections) {
    Checksum checksum = new Checksum();
    checksum.add(sections.size());
    sections.forEach(checksum::add);
    return VERSION + HexFormat.of().formatHex(checksum.digest.digest());
  }

  private void add(SqlSection section) {
    Marker marker = section.marker();
    add(marker.direction().word());
    add(marker.dialects().size());
    marker.dialects().forEach(this::add);
    add(marker.transactional() ? 1 : 0);
    add(section.statements().size());
    for (SqlStatement statement : section.statements()) {
      add(statement.tokens().size());
      statement.tokens().forEach(token -> add(token.text()));
    }
  }

  private void add(String text) {
    byte[] bytes = text.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
    add(bytes.length);
    digest.update(bytes);
  }

  private void add(int number) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(number).flip());
  }
}
