package io.limbeck.application.migrate;

import io.limbeck.application.MigrationSettings;
import io.limbeck.application.database.InMemoryDatabase;
import io.limbeck.application.script.Draft;
import io.limbeck.application.script.InMemoryScripts;
import io.limbeck.application.script.Script;
import io.limbeck.application.script.ScriptFormat;
import io.limbeck.application.script.ScriptHeader;
import io.limbeck.application.script.Section;
import io.limbeck.application.script.Statement;
import io.limbeck.domain.revision.Drawing;
import java.util.ArrayList;
import java.util.List;

/** Scripts and use cases over a database in memory, for tests. */
final class Histories {
  private static final MigrationSettings EACH_ITS_OWN = new MigrationSettings(false);

  private Histories() {}

  /** {@return scripts as drawn, each with two empty sections} */
  static InMemoryScripts drawn(String... lines) {
    return new InMemoryScripts(List.copyOf(Drawing.lineage(lines).revisions()));
  }

  static Section up(String... sql) {
    return section(Section.Direction.UPGRADE, true, sql);
  }

  static Section down(String... sql) {
    return section(Section.Direction.DOWNGRADE, true, sql);
  }

  static Section upAlone(String sql) {
    return section(Section.Direction.UPGRADE, false, sql);
  }

  static Upgrade upgrade(InMemoryScripts scripts, InMemoryDatabase database) {
    return new Upgrade(scripts, database, EACH_ITS_OWN);
  }

  static Downgrade downgrade(InMemoryScripts scripts, InMemoryDatabase database) {
    return new Downgrade(scripts, new NoFormat(), database, EACH_ITS_OWN);
  }

  private static Section section(
      Section.Direction direction, boolean transactional, String... sql) {
    List<Statement> statements = new ArrayList<>();
    for (String text : sql) {
      statements.add(new Statement(text, statements.size() + 1));
    }
    return new Section(direction, List.of(), transactional, statements);
  }

  /** No script is read from a text here. */
  private static final class NoFormat implements ScriptFormat {
    @Override
    public ScriptHeader header(String text, String location) {
      throw new AssertionError("nothing has a text: " + location);
    }

    @Override
    public Script read(String text, String location) {
      throw new AssertionError("nothing has a text: " + location);
    }

    @Override
    public String write(Draft draft) {
      throw new AssertionError("nothing is written: " + draft);
    }
  }
}
