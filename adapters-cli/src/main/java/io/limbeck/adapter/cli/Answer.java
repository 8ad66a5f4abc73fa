package io.limbeck.adapter.cli;

import io.limbeck.application.database.Database;
import java.util.List;
import java.util.Optional;

/**
 * What a command has to say, in both of its languages.
 *
 * @param lines for people, on standard output; may be empty
 * @param result for programs: maps, lists, strings, numbers and booleans, in the order to print
 *     them
 * @param exitCode see {@link ExitCode}
 * @param database the name of the database it is about
 */
record Answer(List<String> lines, Object result, int exitCode, Optional<String> database) {

  Answer {
    lines = List.copyOf(lines);
  }

  static Answer of(List<String> lines, Object result) {
    return new Answer(lines, result, ExitCode.OK, Optional.empty());
  }

  static Answer silent(Object result) {
    return of(List.of(), result);
  }

  /** {@return the same answer for programs, and none for people} */
  Answer silent() {
    return new Answer(List.of(), result, exitCode, database);
  }

  Answer about(Database asked) {
    return new Answer(lines, result, exitCode, Optional.of(asked.name()));
  }

  Answer withExitCode(int code) {
    return new Answer(lines, result, code, database);
  }
}
