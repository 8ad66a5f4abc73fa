package io.limbeck.domain.diff;

import io.limbeck.domain.schema.Constraint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Which of the things on one side are the same as which on the other.
 *
 * @param gone what nothing on the other side is the same as, as it was
 * @param missing what nothing on this side is the same as
 */
record Matching<T>(List<Pair<T>> pairs, List<T> gone, List<T> missing) {

  /**
   * A thing that both sides have.
   *
   * @param was as it was before any renames
   * @param here the same after them
   */
  record Pair<T>(T was, T here, T wanted) {}

  /**
   * {@return what is gone, what is missing, then what differs, each in its order}
   *
   * @param gone the words for a thing that is gone
   * @param missing the words for a thing that is missing
   * @param changed in what a thing that both sides have differs
   */
  List<Difference> differences(
      Function<T, String> gone,
      Function<T, String> missing,
      Function<Pair<T>, List<Difference>> changed) {
    List<Difference> differences = new ArrayList<>();
    this.gone.forEach(each -> differences.add(new Difference.Surplus(gone.apply(each))));
    this.missing.forEach(each -> differences.add(new Difference.Missing(missing.apply(each))));
    pairs.forEach(pair -> differences.addAll(changed.apply(pair)));
    return differences;
  }

  /**
   * Matches things by their names.
   *
   * @param renames what renames make of one
   * @param name what no two things on one side have in common
   */
  static <T, N> Matching<T> byName(
      List<T> was, UnaryOperator<T> renames, List<T> wanted, Function<T, N> name) {
    Map<N, T> byName = new HashMap<>();
    wanted.forEach(each -> byName.put(name.apply(each), each));
    List<Pair<T>> pairs = new ArrayList<>();
    List<T> gone = new ArrayList<>();
    for (T each : was) {
      T here = renames.apply(each);
      Optional<T> found = Optional.ofNullable(byName.remove(name.apply(here)));
      if (found.isPresent()) {
        pairs.add(new Pair<>(each, here, found.get()));
      } else {
        gone.add(each);
      }
    }
    List<T> missing = wanted.stream().filter(each -> byName.containsKey(name.apply(each))).toList();
    return new Matching<>(pairs, gone, missing);
  }

  /**
   * Matches constraints by what they say. Where several say the same, those of one name belong
   * together first, then those of which one has no name.
   *
   * @param renames what renames make of one
   */
  static Matching<Constraint> ofConstraints(
      List<Constraint> was, UnaryOperator<Constraint> renames, List<Constraint> wanted) {
    List<Pair<Constraint>> pairs = new ArrayList<>();
    List<Pair<Constraint>> left = new ArrayList<>();
    for (Constraint each : was) {
      Constraint here = renames.apply(each);
      left.add(new Pair<>(each, here, here));
    }
    List<Constraint> missing = new ArrayList<>(wanted);
    List<BiPredicate<Constraint, Constraint>> degrees =
        List.of(
            (one, other) -> one.name().equals(other.name()),
            (one, other) -> one.name().isEmpty() || other.name().isEmpty(),
            (one, other) -> true);
    for (BiPredicate<Constraint, Constraint> degree : degrees) {
      for (Pair<Constraint> each : List.copyOf(left)) {
        Optional<Constraint> found =
            missing.stream()
                .filter(each.here()::saysTheSameAs)
                .filter(other -> degree.test(each.here(), other))
                .findFirst();
        found.ifPresent(match -> {
          left.remove(each);
          missing.remove(match);
          pairs.add(new Pair<>(each.was(), each.here(), match));
        });
      }
    }
    return new Matching<>(pairs, left.stream().map(Pair::was).toList(), List.copyOf(missing));
  }
}
