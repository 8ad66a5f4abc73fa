package io.limbeck.domain.revision;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/** Adjacency lists: for every node the nodes its arrows point to. */
final class Arrows {
  private Arrows() {}

  /** {@return per node, the targets of {@code first}, then those of {@code second}, each once} */
  static int[][] joined(int[][] first, int[][] second) {
    int[][] joined = new int[first.length][];
    for (int node = 0; node < joined.length; node++) {
      int targets = first[node].length + second[node].length;
      joined[node] =
          second[node].length == 0 && targets < 2
              ? first[node]
              : IntStream.concat(Arrays.stream(first[node]), Arrays.stream(second[node]))
                  .distinct()
                  .toArray();
    }
    return joined;
  }

  /** {@return the same arrows, pointing the other way; targets ascending and each once} */
  static int[][] reversed(int[][] arrows) {
    int[] count = new int[arrows.length];
    for (int[] targets : arrows) {
      for (int target : targets) {
        count[target]++;
      }
    }
    int[][] reversed = new int[arrows.length][];
    for (int node = 0; node < reversed.length; node++) {
      reversed[node] = new int[count[node]];
      count[node] = 0;
    }
    for (int node = 0; node < arrows.length; node++) {
      for (int target : arrows[node]) {
        if (count[target] == 0 || reversed[target][count[target] - 1] != node) {
          reversed[target][count[target]++] = node;
        }
      }
    }
    for (int node = 0; node < reversed.length; node++) {
      if (count[node] < reversed[node].length) {
        reversed[node] = Arrays.copyOf(reversed[node], count[node]);
      }
    }
    return reversed;
  }

  /**
   * {@return the nodes, each before those its arrows point to; without the nodes on a cycle and
   * whatever can be reached from one}
   */
  static int[] sorted(int[][] arrows) {
    int[] waitingFor = new int[arrows.length];
    for (int[] targets : arrows) {
      for (int target : targets) {
        waitingFor[target]++;
      }
    }
    int[] sorted = new int[arrows.length];
    int ready = 0;
    for (int node = 0; node < arrows.length; node++) {
      if (waitingFor[node] == 0) {
        sorted[ready++] = node;
      }
    }
    for (int next = 0; next < ready; next++) {
      for (int target : arrows[sorted[next]]) {
        if (--waitingFor[target] == 0) {
          sorted[ready++] = target;
        }
      }
    }
    return Arrays.copyOf(sorted, ready);
  }

  /** {@return {@code starts} and all that can be reached from there} */
  static BitSet reach(BitSet starts, int[][] arrows) {
    BitSet reached = (BitSet) starts.clone();
    int[] todo = new int[arrows.length];
    int waiting = 0;
    for (int node = starts.nextSetBit(0); node >= 0; node = starts.nextSetBit(node + 1)) {
      todo[waiting++] = node;
    }
    while (waiting > 0) {
      for (int target : arrows[todo[--waiting]]) {
        if (!reached.get(target)) {
          reached.set(target);
          todo[waiting++] = target;
        }
      }
    }
    return reached;
  }

  /** {@return the nodes without an arrow} */
  static BitSet ends(int[][] arrows) {
    BitSet ends = new BitSet();
    for (int node = 0; node < arrows.length; node++) {
      if (arrows[node].length == 0) {
        ends.set(node);
      }
    }
    return ends;
  }
}
