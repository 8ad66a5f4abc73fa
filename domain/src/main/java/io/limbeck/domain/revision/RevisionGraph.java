package io.limbeck.domain.revision;

import io.limbeck.domain.revision.Topology.Links;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/**
 * Every known revision and what it builds on: immutable, acyclic, complete.
 *
 * <p>It answers as Alembic 1.19 does, errors included. A symbol, wherever one is taken, is an id or
 * the unique beginning of one, a branch label, {@code head}, {@code heads} or {@code base}, each
 * also as {@code label@symbol}. What names no revision ends in an {@link UnknownRevisionException},
 * what names several where one is needed in a {@link MultipleHeadsException}.
 */
public final class RevisionGraph {
  private final List<Revision> revisions;
  private final Topology topology;
  private final Branches branches;
  private final Names names;

  private RevisionGraph(List<Revision> revisions) {
    this.revisions = revisions;
    NameTable table = NameTable.of(revisions);
    this.topology = Topology.of(revisions, table.ids(), table.all());
    this.branches = new Branches(topology);
    this.names = new Names(topology, table, branches);
  }

  /**
   * @param revisions in load order: that of their files' names, which breaks ties
   * @throws DuplicateRevisionException if two have the same id
   * @throws LabelInUseException if a branch label names another revision already
   * @throws MissingRevisionException if a down revision or dependency is not among them
   * @throws CycleException if a revision needs itself, however indirectly
   */
  public static RevisionGraph of(List<Revision> revisions) {
    return new RevisionGraph(List.copyOf(revisions));
  }

  /** {@return every revision, in load order} */
  public List<Revision> revisions() {
    return revisions;
  }

  public boolean contains(RevisionId id) {
    return topology.find(id.value()).isPresent();
  }

  /**
   * @throws IllegalArgumentException if there is no such revision
   */
  public Revision revision(RevisionId id) {
    return topology.revision(topology.number(id));
  }

  /** {@return what nothing revises, in load order; another revision may depend on it} */
  public List<RevisionId> heads() {
    return topology.ids(topology.heads());
  }

  /** {@return what nothing revises or depends on, in load order: what {@code heads} stands for} */
  public List<RevisionId> realHeads() {
    return topology.ids(topology.realHeads());
  }

  /** {@return what revises nothing, in load order} */
  public List<RevisionId> bases() {
    return topology.ids(topology.bases());
  }

  /** {@return what neither revises nor depends on anything, in load order} */
  public List<RevisionId> realBases() {
    return topology.ids(topology.realBases());
  }

  /**
   * {@return how a revision stands among the others}
   *
   * @throws IllegalArgumentException if there is no such revision
   */
  public Place place(RevisionId id) {
    int node = topology.number(id);
    int children = topology.children(node).length;
    int dependents = topology.dependents(node).length;
    int downs = topology.downs(node).length;
    return new Place(
        children == 0,
        downs == 0,
        children > 1,
        downs > 1,
        dependents == 0,
        downs == 0 && topology.dependencies(node).length == 0,
        dependents > 1,
        sorted(topology.children(node)),
        sorted(topology.dependents(node)),
        branches.of(node),
        topology.ids(topology.dependencies(node)),
        sorted(topology.normalizedDependencies(node)));
  }

  /** {@return the revision that {@code symbol} means; empty for base} */
  public Optional<RevisionId> resolve(String symbol) {
    return names.one(symbol).revision();
  }

  /** {@return the revisions that {@code symbol} means, in load order; empty for base} */
  public List<RevisionId> resolveAll(String symbol) {
    return positions(symbol).stream().flatMap(position -> position.revision().stream()).toList();
  }

  /**
   * {@return where {@code symbol} leads: as {@link #resolveAll}, and {@code -2} or {@code label@-2}
   * may lead from some heads to base, or beyond; empty for base itself}
   *
   * @throws AmbiguousWalkException if it counts down from the heads and the way forks
   */
  public List<Position> positions(String symbol) {
    return names.many(symbol);
  }

  /**
   * {@return the revisions of a range, newest first: each before what it needs}
   *
   * @param current where the database stands; looked at only if the range says {@code current}
   * @throws NotAncestorException if the lower end is not below the upper end
   */
  public List<RevisionId> history(HistoryRange range, Heads current) {
    return new HistoryReader(topology, names, branches).read(range, current);
  }

  /**
   * {@return the steps that apply what the target needs; none if it is applied, or older}
   *
   * @throws OverlappingHeadsException if the database's rows include one another
   * @throws AmbiguousWalkException if the target is relative and the way forks
   * @throws RelativeTargetException if the target is relative and there are too few revisions
   */
  public Plan planUpgrade(Heads current, Target target) {
    return new UpgradePlanner(topology, names).plan(current, target);
  }

  /**
   * {@return the steps that take back all that is built on the target; none if nothing is}
   *
   * @throws InvalidDestinationException if the target is not applied
   * @throws AmbiguousWalkException if the target is relative and the way forks
   * @throws RelativeTargetException if the target is relative and there are too few revisions
   */
  public Plan planDowngrade(Heads current, Target target) {
    return new DowngradePlanner(topology, names).plan(current, target);
  }

  /**
   * {@return the steps that make the version table say so, without running anything}
   *
   * @param targets applied one after the other; relative ones are not understood
   * @param purge whether to delete all rows first, known or not
   * @throws StampConflictException if two targets would move the same row
   */
  public Plan planStamp(Heads current, List<Target> targets, boolean purge) {
    return new StampPlanner(topology, names).plan(current, targets, purge);
  }

  /**
   * {@return the newest applied revision of each branch, by name: the rows, and the heads of
   * branches that are applied only because a row depends on them}
   */
  public List<RevisionId> current(Heads rows) {
    return sorted(topology.tops(VersionRows.read(topology, names, rows).nodes()));
  }

  /** {@return whether everything is applied} */
  public boolean isAtHeads(Heads rows) {
    return rows.sameAs(new Heads(realHeads()));
  }

  /**
   * {@return what a new revision on top of {@code head} builds on}
   *
   * @param head a symbol: several heads make a merge, base makes a new base
   * @param splice whether to allow a revision that others are built on already
   * @param dependsOn symbols of further revisions that it needs
   * @throws NotAHeadException if it would make a branch and {@code splice} is not set
   */
  public Parents newRevision(String head, boolean splice, List<String> dependsOn) {
    return new AuthoringRules(topology, names, branches).parents(List.of(head), splice, dependsOn);
  }

  /**
   * {@return what a revision that joins several builds on}
   *
   * @param revisions symbols, each of which may mean several
   * @param splice whether to allow a revision that others are built on already
   * @throws NotAHeadException if it would make a branch and {@code splice} is not set
   * @throws DuplicateHeadsException if a revision is named twice
   */
  public Parents merge(List<String> revisions, boolean splice) {
    return new AuthoringRules(topology, names, branches).parents(revisions, splice, List.of());
  }

  /** {@return all that is applied, what the rows imply included; base first} */
  public SequencedSet<RevisionId> applied(Heads rows) {
    int[] nodes = VersionRows.read(topology, names, rows).nodes();
    BitSet applied = topology.ancestors(Topology.setOf(nodes), Links.NEEDS);
    int[] newestFirst = NewestFirst.order(topology, applied, Topology.setOf(nodes)).orElseThrow();
    return new LinkedHashSet<>(topology.ids(newestFirst)).reversed();
  }

  /** {@return every revision, none before what it needs: the order of an upgrade from base} */
  public List<RevisionId> baseFirst() {
    return topology.ids(NewestFirst.all(topology)).reversed();
  }

  private List<RevisionId> sorted(int[] nodes) {
    return Arrays.stream(nodes).mapToObj(topology::id).sorted().toList();
  }
}
