package io.limbeck.application.script;

import io.limbeck.domain.revision.Revision;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/**
 * A script that is about to be written.
 *
 * @param created goes into the script with its offset if its zone is one, else as local time
 * @param folder one of the version locations; if empty, the only one, or else that of the first
 *     revision it builds on
 */
public record Draft(Revision revision, ZonedDateTime created, Optional<Path> folder, Body body) {

  /** A script whose sections a person will fill. */
  public Draft(Revision revision, ZonedDateTime created, Optional<Path> folder) {
    this(revision, created, folder, Body.empty());
  }

  /** {@return the same script with other sections} */
  public Draft with(Body other) {
    return new Draft(revision, created, folder, other);
  }

  /**
   * What the sections hold.
   *
   * @param remark a line for the header; empty text for none
   * @param upgrade SQL, a statement or a comment each, in order, without semicolons; may be empty
   * @param downgrade the same for the way back
   */
  public record Body(String remark, List<String> upgrade, List<String> downgrade) {
    public Body {
      upgrade = List.copyOf(upgrade);
      downgrade = List.copyOf(downgrade);
    }

    /** {@return a body without anything} */
    public static Body empty() {
      return new Body("", List.of(), List.of());
    }

    /** {@return the same with another remark} */
    public Body with(String otherRemark) {
      return new Body(otherRemark, upgrade, downgrade);
    }
  }
}
