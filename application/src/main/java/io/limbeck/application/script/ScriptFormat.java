package io.limbeck.application.script;

/** The language scripts are written in: SQL under a header of comments. */
public interface ScriptFormat {

  /**
   * Reads what comes before the first section, and no further.
   *
   * @param location where {@code text} is kept, for messages
   * @throws ScriptException if there is no revision id, or a header line cannot be understood
   */
  ScriptHeader header(String text, String location);

  /**
   * {@return whether {@code head}, the beginning of a longer text, holds its whole header; false if
   * one cannot tell}
   *
   * @throws ScriptException if something stands there that no header can hold
   */
  default boolean holdsHeader(String head, String location) {
    return false;
  }

  /**
   * Reads a whole script.
   *
   * @param location where {@code text} is kept, for messages
   * @throws ScriptException with the line and column of whatever cannot be understood, or may not
   *     stand in a script
   */
  Script read(String text, String location);

  /** {@return the text of a new script with empty sections, or with those of the draft} */
  String write(Draft draft);
}
