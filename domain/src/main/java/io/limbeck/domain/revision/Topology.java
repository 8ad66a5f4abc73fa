package io.limbeck.domain.revision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The revisions and the links between them, by number: a revision's number is its place in load
 * order. Immutable by agreement: nobody writes to the arrays it hands out.
 */
final class Topology {
  /** Which links a walk follows. */
  enum Links {
    /** Down revisions only: what a script says it revises. */
    DOWN,
    /** Dependencies as well: everything that has to be applied before. */
    NEEDS
  }

  private final List<Revision> revisions;
  private final Map<String, Integer> byId;
  private final int[][] downs;
  private final int[][] dependencies;
  private final int[][] normalized;
  private final int[][] parents;
  private final int[][] children;
  private final int[][] dependents;
  private final int[] rank;
  private final int[] heads;
  private final int[] realHeads;
  private final int[] bases;
  private final int[] realBases;

  private Topology(
      List<Revision> revisions, Map<String, Integer> byId, int[][] downs, int[][] dependencies) {
    this.revisions = revisions;
    this.byId = byId;
    this.downs = downs;
    this.dependencies = dependencies;
    int[][] needs = Arrows.joined(downs, dependencies);
    this.children = Arrows.reversed(downs);
    this.dependents = Arrows.reversed(needs);
    this.rank = new CycleCheck(revisions, downs, children, needs, dependents).ranks();
    this.normalized = new DependencyNormalizer(children, dependencies).normalized();
    this.parents = Arrows.joined(downs, normalized);
    this.heads = Arrows.ends(children).stream().toArray();
    this.realHeads = Arrows.ends(dependents).stream().toArray();
    this.bases = Arrows.ends(downs).stream().toArray();
    this.realBases = Arrows.ends(needs).stream().toArray();
  }

  /**
   * @param names what a dependency may be called: ids and branch labels
   * @throws MissingRevisionException if a down revision or dependency is no name
   * @throws CycleException if a revision needs itself, however indirectly
   */
  static Topology of(
      List<Revision> revisions, Map<String, Integer> ids, Map<String, Integer> names) {
    int[][] downs = new int[revisions.size()][];
    int[][] dependencies = new int[revisions.size()][];
    for (int node = 0; node < downs.length; node++) {
      Revision revision = revisions.get(node);
      downs[node] = new int[revision.downRevisions().size()];
      for (int i = 0; i < downs[node].length; i++) {
        RevisionId down = revision.downRevisions().get(i);
        Integer found = ids.get(down.value());
        if (found == null) {
          throw MissingRevisionException.parent(down, revision.id());
        }
        downs[node][i] = found;
      }
      dependencies[node] = new int[revision.dependencies().size()];
      for (int i = 0; i < dependencies[node].length; i++) {
        Integer found = names.get(revision.dependencies().get(i));
        if (found == null) {
          throw MissingRevisionException.dependency(revision.dependencies().get(i), revision.id());
        }
        dependencies[node][i] = found;
      }
    }
    return new Topology(revisions, ids, downs, dependencies);
  }

  int size() {
    return revisions.size();
  }

  Revision revision(int node) {
    return revisions.get(node);
  }

  RevisionId id(int node) {
    return revisions.get(node).id();
  }

  OptionalInt find(String id) {
    Integer node = byId.get(id);
    return node == null ? OptionalInt.empty() : OptionalInt.of(node);
  }

  /** {@return the number of a revision that is known to be there} */
  int number(RevisionId id) {
    return find(id.value())
        .orElseThrow(() -> new IllegalArgumentException("there is no revision " + id));
  }

  /** {@return what nothing revises, in load order} */
  int[] heads() {
    return heads;
  }

  /** {@return what nothing revises or depends on, in load order} */
  int[] realHeads() {
    return realHeads;
  }

  /** {@return what revises nothing, in load order} */
  int[] bases() {
    return bases;
  }

  /** {@return what neither revises nor depends on anything, in load order} */
  int[] realBases() {
    return realBases;
  }

  /** {@return what the script says it revises} */
  int[] downs(int node) {
    return downs[node];
  }

  /**
   * {@return its dependencies, as its script has them, labels replaced by the labelled revision}
   */
  int[] dependencies(int node) {
    return dependencies[node];
  }

  /** {@return its dependencies but for those that a revision below it has already} */
  int[] normalizedDependencies(int node) {
    return normalized[node];
  }

  /** {@return down revisions, then normalized dependencies: what must be applied just before} */
  int[] parents(int node) {
    return parents[node];
  }

  /** {@return the revisions that revise it, in load order} */
  int[] children(int node) {
    return children[node];
  }

  /** {@return the revisions that revise it or depend on it, in load order} */
  int[] dependents(int node) {
    return dependents[node];
  }

  /** {@return a number greater than that of everything the revision needs} */
  int rank(int node) {
    return rank[node];
  }

  /** {@return {@code starts} and everything below them} */
  BitSet ancestors(BitSet starts, Links links) {
    return Arrows.reach(starts, links == Links.DOWN ? downs : parents);
  }

  /** {@return {@code starts} and everything above them} */
  BitSet descendants(BitSet starts, Links links) {
    return Arrows.reach(starts, links == Links.DOWN ? children : dependents);
  }

  /** {@return {@code starts}, everything above and everything below them} */
  BitSet lineage(BitSet starts, Links links) {
    BitSet lineage = ancestors(starts, links);
    lineage.or(descendants(starts, links));
    return lineage;
  }

  /** {@return the newest revision of each branch in {@code starts} and what they need} */
  int[] tops(int... starts) {
    BitSet applied = ancestors(setOf(starts), Links.NEEDS);
    return applied.stream()
        .filter(node -> Arrays.stream(children[node]).noneMatch(applied::get))
        .toArray();
  }

  static BitSet setOf(int... nodes) {
    BitSet set = new BitSet();
    for (int node : nodes) {
      set.set(node);
    }
    return set;
  }

  List<RevisionId> ids(int... nodes) {
    List<RevisionId> ids = new ArrayList<>(nodes.length);
    for (int node : nodes) {
      ids.add(id(node));
    }
    return ids;
  }

  List<RevisionId> ids(BitSet nodes) {
    return ids(nodes.stream().toArray());
  }
}
