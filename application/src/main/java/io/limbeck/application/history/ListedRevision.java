package io.limbeck.application.history;

import io.limbeck.application.script.ScriptHeader;
import io.limbeck.application.script.Scripts;
import io.limbeck.domain.revision.Place;
import io.limbeck.domain.revision.Revision;
import io.limbeck.domain.revision.RevisionId;

/**
 * A revision with what there is to tell about it.
 *
 * @param place where it is in the graph
 * @param isCurrent whether a row of the version table names it, and that was asked for
 */
public record ListedRevision(ScriptHeader header, Place place, boolean isCurrent) {

  static ListedRevision of(Scripts scripts, RevisionId id, boolean isCurrent) {
    return new ListedRevision(scripts.header(id), scripts.graph().place(id), isCurrent);
  }

  static ListedRevision of(Scripts scripts, RevisionId id) {
    return of(scripts, id, false);
  }

  public Revision revision() {
    return header.revision();
  }

  public RevisionId id() {
    return revision().id();
  }
}
