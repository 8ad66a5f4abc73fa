package io.limbeck.domain.revision;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Puts revisions in the order in which they are shown and taken back: what needs another one comes
 * before it, one branch is followed to its end before the next, and load order decides between
 * heads.
 *
 * <p>There is a list of open ends, at first the heads. The current one is followed down; when it
 * comes to a revision that others above still need, the first end in the list that leads there is
 * continued instead. Where the way forks, the first parent takes the place of its child in the list
 * and the others go to its end.
 */
final class NewestFirst {
  private static final int NONE = -1;

  private final Topology topology;
  private final BitSet wanted;

  /** How many revisions above need it and have still to come, for everything below the heads. */
  private final int[] pending;

  private final BitSet live;
  private final Deque<Integer> passing = new ArrayDeque<>();

  /** Whether the way to a wanted revision led only through others that are not. */
  private boolean stranded;

  private final int[] order;
  private int ordered;

  private final int[] before;
  private final int[] after;
  private final BitSet open = new BitSet();
  private int first = NONE;
  private int last = NONE;

  /** Where it had to be found out: what is above a revision. */
  private final Map<Integer, BitSet> above = new HashMap<>();

  private NewestFirst(Topology topology, BitSet wanted, BitSet heads) {
    this.topology = topology;
    this.wanted = wanted;
    this.pending = new int[topology.size()];
    this.before = new int[topology.size()];
    this.after = new int[topology.size()];
    this.order = new int[wanted.cardinality()];
    this.live = topology.ancestors(heads, Topology.Links.NEEDS);
    live.stream().forEach(node -> release(node, 1));
    heads.stream().forEach(this::append);
  }

  /**
   * {@return the numbers of the {@code wanted} revisions, newest first; empty if some of them
   * cannot be reached from {@code heads} by way of others}
   *
   * @param heads where to begin; those that are not wanted are passed over
   */
  static Optional<int[]> order(Topology topology, BitSet wanted, BitSet heads) {
    BitSet ends = (BitSet) heads.clone();
    ends.and(wanted);
    NewestFirst sort = new NewestFirst(topology, wanted, ends);
    sort.run();
    return sort.ordered == sort.order.length ? Optional.of(sort.order) : Optional.empty();
  }

  /** {@return all revisions, newest first} */
  static int[] all(Topology topology) {
    BitSet everything = new BitSet();
    everything.set(0, topology.size());
    return order(topology, everything, Topology.setOf(topology.realHeads())).orElseThrow();
  }

  private void run() {
    int at = first;
    while (at != NONE && !stranded) {
      at = pending[at] > 0 ? firstEndAbove(at) : take(at);
    }
  }

  /** Puts a revision next in the order. {@return where to go on} */
  private int take(int node) {
    order[ordered++] = node;
    above.remove(node);
    pass(node);
    int[] next =
        Arrays.stream(topology.parents(node))
            .filter(parent -> wanted.get(parent) && !open.get(parent))
            .toArray();
    if (next.length == 0) {
      int neighbour = before[node];
      remove(node);
      return neighbour == NONE ? first : neighbour;
    }
    replace(node, next[0]);
    for (int i = 1; i < next.length; i++) {
      append(next[i]);
    }
    return next[0];
  }

  /** Stops waiting for {@code node}, and for what is below it but neither wanted nor needed. */
  private void pass(int node) {
    passing.push(node);
    while (!passing.isEmpty()) {
      int passed = passing.pop();
      live.clear(passed);
      release(passed, -1);
      for (int parent : topology.parents(passed)) {
        if (pending[parent] == 0 && !open.get(parent)) {
          if (!wanted.get(parent)) {
            passing.push(parent);
          } else if (Arrays.stream(topology.parents(node)).noneMatch(next -> next == parent)) {
            stranded = true;
          }
        }
      }
    }
  }

  private void release(int node, int change) {
    for (int parent : topology.parents(node)) {
      pending[parent] += change;
    }
  }

  private int firstEndAbove(int node) {
    if (after[first] == last && first != last) {
      return node == first ? last : first;
    }
    BitSet leading = above.computeIfAbsent(node, this::liveDescendants);
    int end = first;
    while (end == node || !leading.get(end)) {
      end = after[end];
    }
    return end;
  }

  private BitSet liveDescendants(int node) {
    BitSet descendants = Topology.setOf(node);
    int[] todo = new int[] {node};
    int waiting = 1;
    while (waiting > 0) {
      for (int dependent : topology.dependents(todo[--waiting])) {
        if (live.get(dependent) && !descendants.get(dependent)) {
          descendants.set(dependent);
          if (waiting == todo.length) {
            todo = Arrays.copyOf(todo, 2 * waiting);
          }
          todo[waiting++] = dependent;
        }
      }
    }
    return descendants;
  }

  private void append(int node) {
    open.set(node);
    before[node] = last;
    after[node] = NONE;
    if (last == NONE) {
      first = node;
    } else {
      after[last] = node;
    }
    last = node;
  }

  private void replace(int node, int with) {
    open.set(with);
    before[with] = before[node];
    after[with] = after[node];
    link(before[node], with);
    linkBack(with, after[node]);
    open.clear(node);
  }

  private void remove(int node) {
    open.clear(node);
    link(before[node], after[node]);
    linkBack(before[node], after[node]);
  }

  private void link(int left, int right) {
    if (left == NONE) {
      first = right;
    } else {
      after[left] = right;
    }
  }

  private void linkBack(int left, int right) {
    if (right == NONE) {
      last = left;
    } else {
      before[right] = left;
    }
  }
}
