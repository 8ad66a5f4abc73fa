package io.limbeck.domain.revision;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Which names a mistyped one may have been. */
final class EditDistance {
  private static final int SHOWN = 3;
  private static final int SHORTEST_BEGINNING = 4;
  private static final int FAR = Integer.MAX_VALUE;

  private record Near(String name, int distance) {}

  private EditDistance() {}

  /**
   * {@return at most three of {@code names}, the nearest first, equally near ones in their order;
   * none that differs in more than a third of its characters. What is typed may be meant for the
   * beginning of a name}
   */
  static List<String> nearest(String typed, Collection<String> names) {
    return names.stream()
        .map(name -> new Near(name, distance(typed, name)))
        .filter(near -> near.distance() < FAR)
        .sorted(Comparator.comparingInt(Near::distance))
        .limit(SHOWN)
        .map(Near::name)
        .toList();
  }

  private static int distance(String typed, String name) {
    int length = typed.length();
    return length >= SHORTEST_BEGINNING && length < name.length()
        ? Math.min(withinLimit(typed, name), withinLimit(typed, name.substring(0, length)))
        : withinLimit(typed, name);
  }

  private static int withinLimit(String typed, String name) {
    int distance = between(typed, name, allowed(typed, name));
    return distance <= allowed(typed, name) ? distance : FAR;
  }

  private static int allowed(String typed, String name) {
    return Math.max(1, Math.max(typed.length(), name.length()) / 3);
  }

  /**
   * {@return how many characters to insert, delete or replace to turn one into the other; any
   * number greater than {@code limit} if it is more than that}
   */
  static int between(String one, String other, int limit) {
    if (Math.abs(one.length() - other.length()) > limit) {
      return limit + 1;
    }
    int[] costs = new int[other.length() + 1];
    for (int column = 0; column < costs.length; column++) {
      costs[column] = column;
    }
    for (int row = 1; row <= one.length(); row++) {
      int diagonal = costs[0];
      costs[0] = row;
      for (int column = 1; column < costs.length; column++) {
        int replaced = diagonal + (one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1);
        diagonal = costs[column];
        costs[column] = Math.min(replaced, 1 + Math.min(costs[column], costs[column - 1]));
      }
    }
    return costs[other.length()];
  }
}
