package io.limbeck.application.script;

import io.limbeck.domain.LimbeckException;

/** A script, or the folder of scripts, that cannot be read or written. */
public final class ScriptException extends LimbeckException {
  public ScriptException(String problem, String remedy) {
    super(problem, remedy);
  }

  public ScriptException(String problem, String remedy, Throwable cause) {
    super(problem, remedy, cause);
  }

  /**
   * @param location the script's file
   * @param line counted from 1
   * @param column counted from 1, in characters
   */
  public static ScriptException at(
      String location, int line, int column, String problem, String remedy) {
    return new ScriptException("%s:%d:%d: %s".formatted(location, line, column, problem), remedy);
  }
}
