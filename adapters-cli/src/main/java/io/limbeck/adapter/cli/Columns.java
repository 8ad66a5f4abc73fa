package io.limbeck.adapter.cli;

import java.util.List;

/** Lines in which what belongs together stands below each other. */
final class Columns {
  private static final String GAP = "  ";

  private Columns() {}

  /**
   * {@return the cells of each line, filled up to the widest in their column}
   *
   * @param lines all with as many cells
   */
  static List<String> aligned(List<List<String>> lines) {
    return lines.stream().map(line -> aligned(line, lines)).toList();
  }

  private static String aligned(List<String> line, List<List<String>> lines) {
    StringBuilder aligned = new StringBuilder();
    for (int column = 0; column < line.size(); column++) {
      String cell = line.get(column);
      aligned.append(cell).append(" ".repeat(width(column, lines) - cell.length())).append(GAP);
    }
    return aligned.toString().stripTrailing();
  }

  private static int width(int column, List<List<String>> lines) {
    return lines.stream().mapToInt(line -> line.get(column).length()).max().orElse(0);
  }
}
