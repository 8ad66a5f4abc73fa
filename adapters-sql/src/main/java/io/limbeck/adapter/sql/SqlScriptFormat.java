package io.limbeck.adapter.sql;

import io.limbeck.application.script.Draft;
import io.limbeck.application.script.Script;
import io.limbeck.application.script.ScriptFormat;
import io.limbeck.application.script.ScriptHeader;
import java.util.List;
import java.util.Set;

/**
 * Scripts as SQL: a header of comment lines, then sections, each under a comment line of its own
 * such as {@code -- migrate:upgrade}.
 */
public final class SqlScriptFormat implements ScriptFormat {
  private final Set<String> dialects;

  /**
   * @param dialects the names of databases that a section may be for; any other word is an error,
   *     so that a misspelt name does not make a section that never runs
   */
  public SqlScriptFormat(Set<String> dialects) {
    this.dialects = Set.copyOf(dialects);
  }

  @Override
  public ScriptHeader header(String text, String location) {
    return Header.of(Source.of(text, location));
  }

  @Override
  public boolean holdsHeader(String head, String location) {
    return HeaderText.of(Source.of(head, location)).complete();
  }

  @Override
  public Script read(String text, String location) {
    Source source = Source.of(text, location);
    ScriptHeader header = Header.of(source);
    List<SqlSection> sections = SqlSection.of(source, dialects);
    new SectionRules(source).check(sections);
    return new Script(
        header,
        sections.stream().map(section -> section.in(source)).toList(),
        source.text(),
        Checksum.of(sections));
  }

  @Override
  public String write(Draft draft) {
    return NewScript.text(draft, this);
  }
}
