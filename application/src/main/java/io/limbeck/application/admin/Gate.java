package io.limbeck.application.admin;

import java.util.Optional;

/**
 * The way to a database for several threads at once: whoever has a question or wants to run
 * something gets an access of their own, which knows the scripts as they are then.
 */
public interface Gate {

  /** {@return an access that waits no longer for the database's lock than one likes to wait} */
  Access toRead();

  /** {@return an access that waits for the lock as long as the configuration says} */
  Access toWrite();

  /** {@return what tells this database from others; empty if nothing is configured} */
  Optional<Mark> mark();
}
