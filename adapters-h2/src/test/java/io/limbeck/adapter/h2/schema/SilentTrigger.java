package io.limbeck.adapter.h2.schema;

import java.sql.Connection;
import org.h2.api.Trigger;

/** Does nothing; H2 makes it by its name. */
public final class SilentTrigger implements Trigger {

  @Override
  public void fire(Connection connection, Object[] before, Object[] after) {
    // Only that there is a trigger is of interest.
  }
}
