package io.limbeck.adapter.files;

import io.limbeck.application.script.Draft;
import io.limbeck.application.script.Script;
import io.limbeck.application.script.ScriptException;
import io.limbeck.application.script.ScriptFormat;
import io.limbeck.application.script.ScriptHeader;
import io.limbeck.domain.revision.Revision;
import io.limbeck.domain.revision.RevisionId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The least a script can say: {@code id < parent parent}, then a line {@code =} and anything. */
final class LineFormat implements ScriptFormat {
  /** How long the texts were in which a header was looked for. */
  final List<Integer> lengths = new ArrayList<>();

  /** Where the scripts came from that were read to their ends. */
  final List<String> bodies = new ArrayList<>();

  @Override
  public ScriptHeader header(String text, String location) {
    lengths.add(text.length());
    String[] names = text.lines().findFirst().orElse("").split(" < ", 2);
    if (names[0].isEmpty()) {
      throw ScriptException.at(location, 1, 1, "There is no id.", "Write one.");
    }
    List<RevisionId> parents =
        names.length == 1
            ? List.of()
            : Arrays.stream(names[1].split(" ")).map(RevisionId::new).toList();
    Revision revision = new Revision(new RevisionId(names[0]), parents, List.of(), List.of(), "");
    return new ScriptHeader(revision, List.of(names[0]), Optional.empty(), location);
  }

  @Override
  public boolean holdsHeader(String head, String location) {
    return head.contains("\n=");
  }

  @Override
  public Script read(String text, String location) {
    bodies.add(location);
    return new Script(header(text, location), List.of(), text, "v0:");
  }

  @Override
  public String write(Draft draft) {
    List<RevisionId> parents = draft.revision().downRevisions();
    String names = String.join(" ", parents.stream().map(RevisionId::value).toList());
    return draft.revision().id()
        + (parents.isEmpty() ? "" : " < " + names)
        + "\n=\n"
        + draft.revision().message();
  }
}
