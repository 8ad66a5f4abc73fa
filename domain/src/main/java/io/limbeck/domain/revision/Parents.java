package io.limbeck.domain.revision;

import java.util.List;

/**
 * What a new script has to say about its place in the graph.
 *
 * @param downRevisions what it builds on, in the order asked for; empty for a new base
 * @param dependencies full ids, or branch labels where a label was asked for; may be empty
 */
public record Parents(List<RevisionId> downRevisions, List<String> dependencies) {

  public Parents {
    downRevisions = List.copyOf(downRevisions);
    dependencies = List.copyOf(dependencies);
  }
}
