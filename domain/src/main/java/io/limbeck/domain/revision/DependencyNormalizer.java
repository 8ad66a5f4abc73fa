package io.limbeck.domain.revision;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;

/**
 * Leaves out the dependencies that a revision need not have stated, because one below it (by down
 * revision) has stated them already. What remains decides about version rows and about order.
 */
final class DependencyNormalizer {
  private final int[][] children;
  private final int[][] dependencies;

  DependencyNormalizer(int[][] children, int[][] dependencies) {
    this.children = children;
    this.dependencies = dependencies;
  }

  int[][] normalized() {
    int[][] normalized = Arrows.joined(dependencies, new int[dependencies.length][0]);
    if (Arrays.stream(dependencies).noneMatch(targets -> targets.length > 0)) {
      return normalized;
    }
    int[] height = heights();
    int[][] dependents = Arrows.reversed(dependencies);
    for (int target = 0; target < dependents.length; target++) {
      if (dependents[target].length > 1) {
        BitSet above = strictlyAbove(dependents[target], height);
        for (int dependent : dependents[target]) {
          if (above.get(dependent)) {
            normalized[dependent] = without(target, normalized[dependent]);
          }
        }
      }
    }
    return normalized;
  }

  /** What is built on {@code nodes}, but no further up than the highest of them. */
  private BitSet strictlyAbove(int[] nodes, int[] height) {
    int ceiling = Arrays.stream(nodes).map(node -> height[node]).max().orElse(0);
    BitSet above = new BitSet();
    Deque<Integer> todo = new ArrayDeque<>();
    Arrays.stream(nodes).forEach(todo::push);
    while (!todo.isEmpty()) {
      for (int child : children[todo.pop()]) {
        if (height[child] <= ceiling && !above.get(child)) {
          above.set(child);
          todo.push(child);
        }
      }
    }
    return above;
  }

  /** The length of the longest way down to a base, for every revision. */
  private int[] heights() {
    int[] height = new int[children.length];
    for (int node : Arrows.sorted(children)) {
      for (int child : children[node]) {
        height[child] = Math.max(height[child], height[node] + 1);
      }
    }
    return height;
  }

  private static int[] without(int target, int[] targets) {
    return Arrays.stream(targets).filter(each -> each != target).toArray();
  }
}
