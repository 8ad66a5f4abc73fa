package io.limbeck.adapter.cli;

/** A command: picocli fills it, the program runs it. */
interface LimbeckCommand {

  /**
   * Calls its use case.
   *
   * @throws io.limbeck.domain.LimbeckException for what {@link Failures} prints
   */
  Answer run();
}
