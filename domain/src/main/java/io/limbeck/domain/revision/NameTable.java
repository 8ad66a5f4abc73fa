package io.limbeck.domain.revision;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is called what.
 *
 * @param ids the number of each revision
 * @param all ids, then branch labels, each in load order; a label stands for the revision whose
 *     script has it
 */
record NameTable(Map<String, Integer> ids, Map<String, Integer> all) {

  /**
   * @throws CycleException if a revision names itself as what it needs
   * @throws DuplicateRevisionException if two revisions have the same id
   * @throws LabelInUseException if a label is an id or another label
   */
  static NameTable of(List<Revision> revisions) {
    Map<String, Integer> ids = LinkedHashMap.newLinkedHashMap(revisions.size());
    for (int node = 0; node < revisions.size(); node++) {
      Revision revision = revisions.get(node);
      refuseLoop(revision);
      if (ids.put(revision.id().value(), node) != null) {
        throw new DuplicateRevisionException(revision.id());
      }
    }
    Map<String, Integer> all = new LinkedHashMap<>(ids);
    for (int node = 0; node < revisions.size(); node++) {
      for (BranchLabel label : revisions.get(node).branchLabels()) {
        Integer user = all.putIfAbsent(label.value(), node);
        if (user != null) {
          throw new LabelInUseException(label, revisions.get(node).id(), revisions.get(user).id());
        }
      }
    }
    return new NameTable(ids, all);
  }

  private static void refuseLoop(Revision revision) {
    if (revision.downRevisions().contains(revision.id())) {
      throw CycleException.ofOne(revision.id());
    }
    if (revision.dependencies().contains(revision.id().value())) {
      throw CycleException.ofOneDependency(revision.id());
    }
  }
}
