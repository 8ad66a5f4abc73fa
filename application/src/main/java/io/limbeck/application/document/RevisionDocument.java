package io.limbeck.application.document;

import io.limbeck.application.history.ListedRevision;
import io.limbeck.application.script.ScriptHeader;
import io.limbeck.domain.revision.BranchLabel;
import java.util.List;
import java.util.Map;

/** Revisions as programs read them. */
public final class RevisionDocument {
  private RevisionDocument() {}

  public static Map<String, Object> of(ListedRevision listed) {
    Map<String, Object> object =
        Document.object(
            "revision", listed.id().value(),
            "down", Document.ids(listed.revision().downRevisions()),
            "depends_on", listed.revision().dependencies(),
            "branch_labels", listed.place().labels().stream().map(BranchLabel::value).toList(),
            "message", listed.revision().message(),
            "is_head", listed.place().isHead(),
            "is_real_head", listed.place().isRealHead(),
            "is_branch_point", listed.place().isBranchPoint(),
            "is_merge_point", listed.place().isMergePoint(),
            "next", Document.ids(listed.place().next()),
            "path", listed.header().location());
    listed.header().created().ifPresent(created -> object.put("created", created));
    return object;
  }

  /** {@return what a script says itself, wherever it is in a graph, if it is in any} */
  public static Map<String, Object> of(ScriptHeader header) {
    Map<String, Object> object =
        Document.object(
            "revision", header.revision().id().value(),
            "down", Document.ids(header.revision().downRevisions()),
            "depends_on", header.revision().dependencies(),
            "branch_labels",
                header.revision().branchLabels().stream().map(BranchLabel::value).toList(),
            "message", header.revision().message(),
            "path", header.location());
    header.created().ifPresent(created -> object.put("created", created));
    return object;
  }

  public static List<Map<String, Object>> of(List<ListedRevision> listed) {
    return listed.stream().map(RevisionDocument::of).toList();
  }
}
