package io.limbeck.domain.diff;

/**
 * One thing that is not as it is wanted, for people. What only has to be made anew because of
 * another thing is no difference, although it takes operations.
 */
public sealed interface Difference {

  /** {@return what differs: a few words that name it} */
  String thing();

  /** It is wanted and not there. */
  record Missing(String thing) implements Difference {}

  /** It is there and not wanted. */
  record Surplus(String thing) implements Difference {}

  /** It is there under another name, as a hint or what it says tells. */
  record Renamed(String thing, String wanted) implements Difference {}

  /** It is there, but something about it is otherwise. */
  record Changed(String thing, String is, String wanted) implements Difference {}

  /** It is there, but its definition, which is too long for a sentence, is another one. */
  record Redefined(String thing) implements Difference {}

  /**
   * {@return the difference in words, without a capital or a full stop}
   *
   * @param side what wants it otherwise, like {@code the models}
   */
  default String sentence(String side) {
    return switch (this) {
      case Missing(String thing) -> "%s is missing".formatted(thing);
      case Surplus(String thing) -> "%s is not in %s".formatted(thing, side);
      case Renamed(String thing, String wanted) ->
          "%s is called %s in %s".formatted(thing, wanted, side);
      case Changed(String thing, String is, String wanted) ->
          "%s is %s, and %s in %s".formatted(thing, is, wanted, side);
      case Redefined(String thing) -> "%s is defined differently in %s".formatted(thing, side);
    };
  }
}
