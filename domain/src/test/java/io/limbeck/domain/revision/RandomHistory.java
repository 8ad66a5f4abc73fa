package io.limbeck.domain.revision;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * A history that might have grown over years, and a model of it that is too simple to be wrong: for
 * every revision the set of all it needs. The same seed makes the same history.
 */
final class RandomHistory {
  private final Random random;
  private final List<Revision> revisions = new ArrayList<>();
  private final Map<RevisionId, Set<RevisionId>> needs = new HashMap<>();

  RandomHistory(long seed) {
    this(seed, "");
  }

  /**
   * @param ending of every revision's id; apart from that, the same seed makes the same history
   */
  RandomHistory(long seed, String ending) {
    this.random = new Random(seed);
    int size = 1 + random.nextInt(40);
    for (int i = 0; i < size; i++) {
      add(new RevisionId("r%02d%s".formatted(i, ending)));
    }
    Collections.shuffle(revisions, random);
  }

  private void add(RevisionId id) {
    List<RevisionId> downs = new ArrayList<>();
    Set<RevisionId> below = new HashSet<>();
    int parents =
        revisions.isEmpty() ? 0 : List.of(0, 1, 1, 1, 1, 1, 1, 2, 2, 3).get(random.nextInt(10));
    for (int i = 0; i < parents; i++) {
      addUnlessImplied(recent(), downs, below);
    }
    List<RevisionId> dependencies = new ArrayList<>();
    if (!revisions.isEmpty() && random.nextInt(6) == 0) {
      addUnlessImplied(recent(), dependencies, below);
    }
    needs.put(id, below);
    revisions.add(
        new Revision(
            id, downs, dependencies.stream().map(RevisionId::value).toList(), List.of(), ""));
  }

  /** Of what is chosen, nothing may need anything else: who would merge a branch with its base? */
  private void addUnlessImplied(RevisionId id, List<RevisionId> chosen, Set<RevisionId> below) {
    boolean implied = below.contains(id) || maximal(below).stream().anyMatch(needs(id)::contains);
    if (!implied) {
      chosen.add(id);
      below.add(id);
      below.addAll(needs(id));
    }
  }

  private RevisionId recent() {
    int last = revisions.size() - 1;
    return revisions.get(Math.max(0, last - random.nextInt(6))).id();
  }

  RevisionGraph graph() {
    return RevisionGraph.of(revisions);
  }

  List<Revision> revisions() {
    return revisions;
  }

  Set<RevisionId> needs(RevisionId id) {
    return needs.getOrDefault(id, Set.of());
  }

  RevisionId any() {
    return revisions.get(random.nextInt(revisions.size())).id();
  }

  /** {@return some revisions and all they need, as a database might have applied them} */
  Set<RevisionId> someApplied() {
    Set<RevisionId> applied = new LinkedHashSet<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      RevisionId id = any();
      applied.add(id);
      applied.addAll(needs(id));
    }
    return applied;
  }

  /** {@return those that no other of them needs} */
  Set<RevisionId> maximal(Set<RevisionId> applied) {
    Set<RevisionId> maximal = new HashSet<>(applied);
    applied.forEach(id -> maximal.removeAll(needs(id)));
    return maximal;
  }

  Heads heads(Set<RevisionId> applied) {
    return new Heads(maximal(applied).stream().sorted().toList());
  }
}
