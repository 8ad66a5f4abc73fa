package io.limbeck.adapter.sql;

/**
 * The smallest piece of SQL that means something, or a comment. White space is in no token.
 *
 * @param text as written, with its quotes
 * @param start the offset of its first character in the source
 */
public record Token(Kind kind, String text, int start) {

  /** What a token is, as far as one can tell without knowing the database. */
  public enum Kind {
    /** A keyword or an identifier without quotes. */
    WORD,
    /** An identifier in double quotes, backquotes or brackets. */
    QUOTED_IDENTIFIER,
    /** A string, also one with a prefix ({@code E'..'}) or in dollar quotes. */
    STRING,
    /** Bytes: {@code x'00ff'}. */
    BLOB,
    NUMBER,
    /** {@code ?1}, {@code :name}, {@code @name}, {@code $name}. */
    PARAMETER,
    /** An operator, a bracket, a comma or a dot. */
    OPERATOR,
    SEMICOLON,
    /** From two dashes to the end of the line, the line's end not included. */
    LINE_COMMENT,
    BLOCK_COMMENT
  }

  /** {@return the offset after its last character} */
  public int end() {
    return start + text.length();
  }

  public boolean isComment() {
    return kind == Kind.LINE_COMMENT || kind == Kind.BLOCK_COMMENT;
  }

  /** {@return whether it is the keyword {@code word}, in whatever case} */
  public boolean is(String word) {
    return kind == Kind.WORD && text.equalsIgnoreCase(word);
  }

  /** {@return whether it can name something: a table, a column, a constraint} */
  public boolean isName() {
    return kind == Kind.WORD || kind == Kind.QUOTED_IDENTIFIER;
  }

  /**
   * {@return the name it stands for, without quotes and with doubled quotes made single; the text
   * of what is not quoted}
   */
  public String name() {
    if (kind != Kind.QUOTED_IDENTIFIER) {
      return text;
    }
    int open = text.startsWith("&", 1) ? 2 : 0;
    String inside = text.substring(open + 1, text.length() - 1);
    String quote = text.substring(open, open + 1);
    return quote.equals("[") ? inside : inside.replace(quote + quote, quote);
  }
}
