import io.limbeck.domain.revision.Heads;
import io.limbeck.domain.revision.Plan;
import io.limbeck.domain.revision.Revision;
import io.limbeck.domain.revision.RevisionGraph;
import io.limbeck.domain.revision.RevisionId;
import io.limbeck.domain.revision.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * How long it takes to build a graph and to plan from base to its heads and back. Linear means: the
 * time per revision stays the same.
 *
 * <pre>java -cp 'target/limbeck/lib/*' benchmarks/GraphBenchmark.java</pre>
 */
public final class GraphBenchmark {
  private static final int[] SIZES = {1_000, 10_000, 100_000};
  private static final int RUNS = 5;

  private record Times(long build, long up, long down) {
    long sum() {
      return build + up + down;
    }
  }

  private GraphBenchmark() {}

  public static void main(String[] arguments) {
    compare("linear", GraphBenchmark::linear);
    compare("branches and merges", GraphBenchmark::branchy);
    compare("open branches that depend on a trunk", GraphBenchmark::dependent);
  }

  private static void compare(String shape, IntFunction<List<Revision>> history) {
    System.out.printf("%n%s%n", shape);
    System.out.printf(
        "%10s %10s %10s %10s %14s %8s%n",
        "revisions", "build ms", "up ms", "down ms", "us/revision", "ratio");
    double smallest = 0;
    for (int size : SIZES) {
      Times best = best(history.apply(size));
      double each = best.sum() / 1e3 / size;
      smallest = smallest == 0 ? each : smallest;
      System.out.printf(
          "%10d %10.1f %10.1f %10.1f %14.2f %8.2f%n",
          size, best.build() / 1e6, best.up() / 1e6, best.down() / 1e6, each, each / smallest);
    }
  }

  private static Times best(List<Revision> revisions) {
    Times best = measured(revisions);
    for (int run = 1; run < RUNS * 20_000 / (revisions.size() + 19_000) + RUNS; run++) {
      Times times = measured(revisions);
      best = times.sum() < best.sum() ? times : best;
    }
    return best;
  }

  private static Times measured(List<Revision> revisions) {
    long start = System.nanoTime();
    RevisionGraph graph = RevisionGraph.of(revisions);
    long built = System.nanoTime();
    Plan up = graph.planUpgrade(Heads.none(), Target.parse("heads"));
    long risen = System.nanoTime();
    Plan down = graph.planDowngrade(up.to(), Target.parse("base"));
    long fallen = System.nanoTime();
    if (up.steps().size() != revisions.size() || down.steps().size() != revisions.size()) {
      throw new IllegalStateException("a plan is incomplete");
    }
    return new Times(built - start, risen - built, fallen - risen);
  }

  private static List<Revision> linear(int size) {
    List<Revision> revisions = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      revisions.add(revision(i, i == 0 ? List.of() : List.of(id(i - 1)), List.of()));
    }
    return revisions;
  }

  /** Every ten revisions a branch of four leaves the trunk and is merged again. */
  private static List<Revision> branchy(int size) {
    List<Revision> revisions = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      int place = i % 10;
      List<RevisionId> downs =
          switch (place) {
            case 0 -> i == 0 ? List.of() : List.of(id(i - 1));
            case 5 -> List.of(id(i - 5));
            case 9 -> List.of(id(i - 5), id(i - 1));
            default -> List.of(id(i - 1));
          };
      revisions.add(revision(i, downs, List.of()));
    }
    return revisions;
  }

  /** A trunk, and beside it lines of their own, each revision of which depends on the trunk. */
  private static List<Revision> dependent(int size) {
    List<Revision> revisions = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      int line = i % 5;
      revisions.add(
          revision(
              i,
              i < 5 ? List.of() : List.of(id(i - 5)),
              line == 0 ? List.of() : List.of(id(i - line).value())));
    }
    return revisions;
  }

  private static Revision revision(int i, List<RevisionId> downs, List<String> dependencies) {
    return new Revision(id(i), downs, dependencies, List.of(), "revision " + i);
  }

  private static RevisionId id(int i) {
    return new RevisionId("r%07d".formatted(i));
  }
}
