package io.limbeck.application.admin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A secret that a request must know. It does not tell itself, and its text is not kept. */
public final class Token {
  private static final int LEAST = 16;

  private final byte[] digest;

  private Token(byte[] digest) {
    this.digest = digest;
  }

  /**
   * @throws AdminException if it is too short to be hard to guess, or has characters that an HTTP
   *     header cannot hold
   */
  public static Token of(String text) {
    if (text.length() < LEAST) {
      throw new AdminException(
          "The token has %d characters; it needs at least %d.".formatted(text.length(), LEAST),
          "Make one that nobody can guess, for example with: openssl rand -hex 32");
    }
    if (!text.chars().allMatch(character -> character > ' ' && character < 0x7f)) {
      throw new AdminException(
          "The token has characters that a request cannot send: blanks, or others than ASCII.",
          "Make one of letters and digits, for example with: openssl rand -hex 32");
    }
    return new Token(digest(text));
  }

  /**
   * {@return whether {@code text} is the token; how long that takes does not tell how near it is}
   */
  public boolean is(String text) {
    return MessageDigest.isEqual(digest, digest(text));
  }

  private static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }

  @Override
  public String toString() {
    return "***";
  }
}
