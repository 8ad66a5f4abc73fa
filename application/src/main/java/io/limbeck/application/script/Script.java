package io.limbeck.application.script;

import io.limbeck.domain.revision.Revision;
import java.util.List;
import java.util.Optional;

/**
 * A revision's script, read and understood.
 *
 * @param sections in the order of the text; at most one for each direction and dialect
 * @param text the whole script as it stands
 * @param checksum of its sections' tokens, so that layout and comments do not matter: {@code v1:}
 *     and a SHA-256 in hexadecimal
 */
public record Script(ScriptHeader header, List<Section> sections, String text, String checksum) {

  public Script {
    sections = List.copyOf(sections);
  }

  public Revision revision() {
    return header.revision();
  }

  /**
   * {@return the section for {@code direction} on a database: the one that names its dialect, else
   * the one that names none; empty if there is neither}
   */
  public Optional<Section> section(Section.Direction direction, String dialect) {
    List<Section> ofDirection =
        sections.stream().filter(section -> section.direction() == direction).toList();
    return ofDirection.stream()
        .filter(section -> section.dialects().contains(dialect))
        .findFirst()
        .or(() -> ofDirection.stream().filter(section -> section.dialects().isEmpty()).findFirst());
  }
}
