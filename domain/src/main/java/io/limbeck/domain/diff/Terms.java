package io.limbeck.domain.diff;

import java.util.List;

/**
 * How two schemas are compared.
 *
 * @param hints what was renamed; the first counts where two claim the same
 */
public record Terms(Selection selection, List<RenameHint> hints, Silence silence) {
  public Terms {
    hints = List.copyOf(hints);
  }

  /** {@return the terms under which everything counts and nothing was renamed} */
  public static Terms strict() {
    return new Terms(Selection.all(), List.of(), Silence.none());
  }

  public Terms with(Selection other) {
    return new Terms(other, hints, silence);
  }

  public Terms with(List<RenameHint> others) {
    return new Terms(selection, others, silence);
  }

  public Terms with(Silence other) {
    return new Terms(selection, hints, other);
  }
}
