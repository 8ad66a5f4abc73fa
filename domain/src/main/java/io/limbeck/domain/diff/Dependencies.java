package io.limbeck.domain.diff;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Puts things behind those they need. */
final class Dependencies<T> {
  private final Function<T, List<T>> needs;
  private final Set<T> seen = new HashSet<>();
  private final List<T> ordered = new ArrayList<>();

  private Dependencies(Function<T, List<T>> needs) {
    this.needs = needs;
  }

  /**
   * {@return all of {@code things}, each behind what it needs, else in their order; of things that
   * need each other the first comes last}
   *
   * @param needs which of {@code things} one needs; may name itself
   */
  static <T> List<T> first(List<T> things, Function<T, List<T>> needs) {
    Dependencies<T> dependencies = new Dependencies<>(needs);
    things.forEach(dependencies::visit);
    return dependencies.ordered;
  }

  private void visit(T thing) {
    if (seen.add(thing)) {
      needs.apply(thing).forEach(this::visit);
      ordered.add(thing);
    }
  }
}
