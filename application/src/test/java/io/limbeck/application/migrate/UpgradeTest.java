package io.limbeck.application.migrate;

import static io.limbeck.application.migrate.Histories.down;
import static io.limbeck.application.migrate.Histories.drawn;
import static io.limbeck.application.migrate.Histories.up;
import static io.limbeck.application.migrate.Histories.upAlone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limbeck.application.database.ChangedScript;
import io.limbeck.application.database.InMemoryDatabase;
import io.limbeck.application.database.Progress;
import io.limbeck.application.database.ScriptedStep;
import io.limbeck.application.script.InMemoryScripts;
import io.limbeck.domain.revision.Heads;
import io.limbeck.domain.revision.RevisionId;
import io.limbeck.domain.revision.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UpgradeTest {
  private static final Target HEAD = Target.parse("head");

  private final InMemoryDatabase database = new InMemoryDatabase();

  private Migration upgrade(InMemoryScripts scripts, Target target) {
    return Histories.upgrade(scripts, database).to(target, false, Progress.none());
  }

  @Test
  void nothing_is_run_twice() {
    InMemoryScripts scripts = drawn("a -> b");
    upgrade(scripts, HEAD);

    Migration again = upgrade(scripts, HEAD);

    assertThat(again.steps()).isEmpty();
    assertThat(again.from()).isEqualTo(Heads.of("b"));
    assertThat(again.to()).isEqualTo(Heads.of("b"));
  }

  @Test
  void scripts_that_changed_since_they_ran_are_told_before_the_first_step_and_run_no_more() {
    upgrade(drawn("a -> b -> c").with("a", up("one")).with("b", up("two")), Target.parse("b"));
    InMemoryScripts edited = drawn("a -> b -> c").with("a", up("one")).with("b", up("too"));
    List<String> told = new ArrayList<>();
    Progress progress =
        new Progress() {
          @Override
          public void changed(ChangedScript script) {
            told.add("changed " + script.id());
          }

          @Override
          public void started(ScriptedStep step, int number, int count) {
            told.add("started " + step.step().title());
          }
        };

    Migration migration = Histories.upgrade(edited, database).to(HEAD, false, progress);

    assertThat(told).containsExactly("changed b", "started upgrade b -> c");
    assertThat(migration.changed())
        .extracting(ChangedScript::id)
        .containsExactly(new RevisionId("b"));
    assertThat(migration.to()).isEqualTo(Heads.of("c"));
    assertThat(database.executed()).contains("two").doesNotContain("too");
  }

  @Test
  void a_revision_that_was_undone_and_stamped_again_has_no_script_to_differ_from() {
    InMemoryScripts scripts = drawn("a -> b").with("b", up("one"), down());
    upgrade(scripts, HEAD);
    Histories.downgrade(scripts, database)
        .to(Target.parse("a"), Optional.empty(), false, Progress.none());
    new Stamp(scripts, database).at(List.of(HEAD), false, Progress.none());

    Migration migration = upgrade(drawn("a -> b").with("b", up("other")), HEAD);

    assertThat(migration.changed()).isEmpty();
  }

  @Test
  void a_plan_tells_the_scripts_that_changed() {
    upgrade(drawn("a -> b").with("a", up("one")), Target.parse("a"));

    Migration plan = Histories.upgrade(drawn("a -> b").with("a", up("other")), database).plan(HEAD);

    assertThat(plan.changed()).extracting(ChangedScript::id).containsExactly(new RevisionId("a"));
    assertThat(database.heads()).isEqualTo(Heads.of("a"));
  }

  @Test
  void a_revision_outside_of_a_transaction_cannot_be_in_one_with_others() {
    InMemoryScripts scripts = drawn("a -> b").with("b", upAlone("VACUUM"));
    Upgrade upgrade = Histories.upgrade(scripts, database);

    assertThatThrownBy(() -> upgrade.to(HEAD, true, Progress.none()))
        .isInstanceOf(NotTogetherException.class)
        .hasMessage(
            "Revision b (migrations/versions/b_.py) runs outside of a transaction, so it cannot be"
                + " in one with others. Nothing was run. Give each revision a transaction of its"
                + " own, or go to the one before b first, and then over it alone.");
    assertThat(database.heads()).isEqualTo(Heads.none());

    upgrade.to(Target.parse("a"), true, Progress.none());
    upgrade.to(HEAD, true, Progress.none());
    assertThat(database.heads()).isEqualTo(Heads.of("b"));
  }
}
