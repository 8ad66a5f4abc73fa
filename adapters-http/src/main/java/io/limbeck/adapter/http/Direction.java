package io.limbeck.adapter.http;

import io.limbeck.application.admin.Access;
import io.limbeck.application.database.Progress;
import io.limbeck.application.migrate.Migration;
import io.limbeck.domain.revision.Target;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What can be done to a database. */
enum Direction {
  UPGRADE,
  DOWNGRADE,
  STAMP;

  private static final int LONGEST_TARGET = 1_000;

  /**
   * @throws Refused if there is no such direction
   */
  static Direction of(String word) {
    for (Direction direction : values()) {
      if (direction.word().equals(word)) {
        return direction;
      }
    }
    throw Refused.invalid(
        "'%s' is no direction.".formatted(word), "Use upgrade, downgrade or stamp.");
  }

  /**
   * {@return the target as it is}
   *
   * @throws Refused if it cannot be one
   */
  static String checked(String target) {
    if (target.isBlank() || target.length() > LONGEST_TARGET || target.indexOf(':') >= 0) {
      throw Refused.invalid(
          "The target is empty, too long, or a range.",
          "Name one: head, heads, base, an id, a label, +2, -1, label@head ...");
    }
    return target;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** {@return what a run would do} */
  Migration plan(Access access, String target) {
    Target to = Target.parse(target);
    return switch (this) {
      case UPGRADE -> access.upgrade().plan(to);
      case DOWNGRADE -> access.downgrade().plan(to);
      case STAMP -> access.stamp().plan(List.of(to), false);
    };
  }

  /** {@return the same, refused if it would lose rows and is not confirmed} */
  Migration plan(Access access, String target, Optional<String> confirmed) {
    return this == DOWNGRADE
        ? access.downgrade().plan(Target.parse(target), confirmed)
        : plan(access, target);
  }

  Migration run(Access access, String target, Optional<String> confirmed, Progress progress) {
    Target to = Target.parse(target);
    return switch (this) {
      case UPGRADE -> access.upgrade().to(to, false, progress);
      case DOWNGRADE -> access.downgrade().to(to, confirmed, false, progress);
      case STAMP -> access.stamp().at(List.of(to), false, progress);
    };
  }
}
