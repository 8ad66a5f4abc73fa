package io.limbeck.adapter.cli;

import io.limbeck.application.history.ListedRevision;
import io.limbeck.domain.revision.RevisionId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Draws the graph beside a list of revisions: a lane runs from a revision down to the one it builds
 * on. A free lane is null.
 */
final class GraphDrawing {
  private final Function<ListedRevision, List<String>> text;
  private final Set<RevisionId> shown;
  private final List<@Nullable RevisionId> lanes = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();
  private int ended = -1; // the lane in which the last node was, if it has no parent here

  private GraphDrawing(
      List<ListedRevision> newestFirst, Function<ListedRevision, List<String>> text) {
    this.text = text;
    this.shown =
        newestFirst.stream().map(ListedRevision::id).collect(Collectors.toCollection(HashSet::new));
  }

  /**
   * {@return the lines of the drawing, with those of the revisions beside their nodes}
   *
   * @param newestFirst each before what it builds on
   */
  static List<String> of(
      List<ListedRevision> newestFirst, Function<ListedRevision, List<String>> text) {
    GraphDrawing drawing = new GraphDrawing(newestFirst, text);
    newestFirst.forEach(drawing::draw);
    return drawing.lines;
  }

  private void draw(ListedRevision revision) {
    List<Integer> waiting = lanesFor(revision.id());
    int lane = waiting.isEmpty() ? freeLane() : waiting.getFirst();
    if (lane == ended) {
      // Right below a node it would look like its parent.
      lines.add(row(-1));
    }
    if (waiting.size() > 1) {
      List<Integer> ending = waiting.subList(1, waiting.size());
      lines.add(joint(lane, ending, '┴', '╯'));
      ending.forEach(ended -> lanes.set(ended, null));
    }
    List<RevisionId> parents =
        revision.revision().downRevisions().stream().filter(shown::contains).toList();
    lanes.set(lane, revision.id());
    String node = row(lane);
    lanes.set(lane, parents.isEmpty() ? null : parents.getFirst());
    ended = parents.isEmpty() ? lane : -1;
    List<String> beside = text.apply(revision);
    lines.add(node + " " + beside.getFirst());
    String below = row(-1);
    String indent = below + " ".repeat(Math.max(0, node.length() - below.length()) + 1);
    beside.stream().skip(1).forEach(line -> lines.add((indent + line).stripTrailing()));
    fork(lane, parents);
    while (!lanes.isEmpty() && lanes.getLast() == null) {
      lanes.removeLast();
    }
  }

  private void fork(int lane, List<RevisionId> parents) {
    List<Integer> beginning = new ArrayList<>();
    for (RevisionId parent : parents.stream().skip(1).toList()) {
      int begun = freeLane(lane + 1);
      lanes.set(begun, parent);
      beginning.add(begun);
    }
    if (!beginning.isEmpty()) {
      lines.add(joint(lane, beginning, '┬', '╮'));
    }
  }

  private List<Integer> lanesFor(RevisionId id) {
    return IntStream.range(0, lanes.size()).filter(i -> id.equals(lanes.get(i))).boxed().toList();
  }

  private int freeLane() {
    return freeLane(0);
  }

  private int freeLane(int from) {
    for (int i = from; i < lanes.size(); i++) {
      if (lanes.get(i) == null) {
        return i;
      }
    }
    while (lanes.size() <= from) {
      lanes.add(null);
    }
    if (lanes.getLast() != null) {
      lanes.add(null);
    }
    return lanes.size() - 1;
  }

  /** A row of lanes, with a node in one of them. */
  private String row(int node) {
    StringBuilder row = new StringBuilder();
    for (int i = 0; i < lanes.size(); i++) {
      row.append(i == node ? '●' : lanes.get(i) == null ? ' ' : '│').append(' ');
    }
    return row.toString().stripTrailing();
  }

  /** A line from one lane to others on its right. */
  private String joint(int from, List<Integer> to, char corner, char lastCorner) {
    int last = to.getLast();
    StringBuilder row = new StringBuilder();
    for (int i = 0; i < lanes.size(); i++) {
      boolean between = i > from && i < last;
      char glyph =
          i == from
              ? '├'
              : i == last
                  ? lastCorner
                  : to.contains(i)
                      ? corner
                      : lanes.get(i) == null ? (between ? '─' : ' ') : between ? '┼' : '│';
      row.append(glyph).append(i >= from && i < last ? '─' : ' ');
    }
    return row.toString().stripTrailing();
  }
}
