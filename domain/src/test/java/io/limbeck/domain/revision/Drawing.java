package io.limbeck.domain.revision;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Graphs as one would draw them on paper. */
public final class Drawing {
  private static final Pattern NODE = Pattern.compile("(\\w+)(?::([\\w-]+))?(?:\\((.+)\\))?");

  private Drawing() {}

  /**
   * {@return the graph of some lines, each from base to head; revisions load in the order in which
   * they are first mentioned}
   *
   * @param lines such as {@code "a -> b:label -> m(x)"}, where {@code b} has the label {@code
   *     label} and {@code m} depends on {@code x}, which may be several, separated by blanks
   */
  public static RevisionGraph lineage(String... lines) {
    Map<String, Node> nodes = new LinkedHashMap<>();
    for (String line : lines) {
      String parent = "";
      for (String word : line.split(" -> ")) {
        Matcher matcher = NODE.matcher(word.strip());
        if (!matcher.matches()) {
          throw new IllegalArgumentException("cannot read '%s' in '%s'".formatted(word, line));
        }
        Node node = nodes.computeIfAbsent(matcher.group(1), Node::new);
        Stream.ofNullable(matcher.group(2)).forEach(node.labels::add);
        Stream.ofNullable(matcher.group(3))
            .flatMap(names -> Stream.of(names.split(" ")))
            .forEach(node.dependencies::add);
        if (!parent.isEmpty() && !node.parents.contains(parent)) {
          node.parents.add(parent);
        }
        parent = node.id;
      }
    }
    return RevisionGraph.of(nodes.values().stream().map(Node::revision).toList());
  }

  private static final class Node {
    private final String id;
    private final List<String> parents = new ArrayList<>();
    private final List<String> labels = new ArrayList<>();
    private final List<String> dependencies = new ArrayList<>();

    private Node(String id) {
      this.id = id;
    }

    private Revision revision() {
      return new Revision(
          new RevisionId(id),
          parents.stream().map(RevisionId::new).toList(),
          dependencies,
          labels.stream().map(BranchLabel::new).toList(),
          "revision " + id);
    }
  }
}
