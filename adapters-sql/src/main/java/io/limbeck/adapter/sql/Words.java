package io.limbeck.adapter.sql;

/** Tells where words and numbers end. */
record Words(String text) {

  static boolean isPart(char character) {
    return (character >= 'a' && character <= 'z')
        || (character >= 'A' && character <= 'Z')
        || (character >= '0' && character <= '9')
        || character == '_'
        || character == '$'
        || (character >= 0x80 && !Tokenizer.isSpace(character));
  }

  boolean isDigit(int at) {
    return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  boolean isWordStart(int at) {
    return isWordPart(at) && !isDigit(at) && text.charAt(at) != '$';
  }

  boolean isWordPart(int at) {
    return at < text.length() && isPart(text.charAt(at));
  }

  int endOfWord(int start) {
    int at = start;
    while (isWordPart(at)) {
      at++;
    }
    return at;
  }

  /** Digits, letters (for {@code 0x1F}, {@code 1_000}), one point, and a sign after an e. */
  int endOfNumber(int start) {
    boolean hexadecimal = text.regionMatches(true, start, "0x", 0, 2);
    boolean point = false;
    int at = start;
    while (at < text.length()) {
      char character = text.charAt(at);
      if (character == '.' && !point && !text.startsWith("..", at)) {
        point = true;
      } else if (!isWordPart(at) && (hexadecimal || !isExponentSign(start, at))) {
        break;
      }
      at++;
    }
    return at;
  }

  private boolean isExponentSign(int start, int at) {
    char character = text.charAt(at);
    return (character == '+' || character == '-')
        && at > start
        && Character.toLowerCase(text.charAt(at - 1)) == 'e'
        && isDigit(at + 1);
  }
}
