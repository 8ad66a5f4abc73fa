package io.limbeck.adapter.sql;

import io.limbeck.application.database.DatabaseSettings.Signature;
import io.limbeck.application.database.HistoryEntry;
import io.limbeck.application.database.ScriptedStep;
import io.limbeck.application.script.Script;
import io.limbeck.domain.revision.Heads;
import io.limbeck.domain.revision.RevisionId;
import io.limbeck.domain.revision.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A row of the history table, but for the script's text.
 *
 * @param headsBefore ids separated by commas; null for none where an empty text is NULL
 * @param startedAt ISO-8601 in UTC: text, because every database reads that back exactly
 */
record HistoryRow(
    long number,
    String direction,
    @Nullable String revision,
    @Nullable String headsBefore,
    @Nullable String headsAfter,
    @Nullable String message,
    @Nullable String checksum,
    String startedAt,
    long tookMs,
    String byUser,
    String limbeck) {

  static HistoryRow of(ScriptedStep scripted, Instant began, Duration took, Signature signature) {
    Step step = scripted.step();
    return new HistoryRow(
        0, // the database counts
        step.kind().name().toLowerCase(Locale.ROOT),
        step.kind().isStamp() ? null : step.revision().map(RevisionId::value).orElse(null),
        text(step.before()),
        text(step.after()),
        step.kind().isStamp() ? step.title() : scripted.message(),
        scripted.script().map(Script::checksum).orElse(null),
        began.toString(),
        took.toMillis(),
        signature.by(),
        signature.limbeck());
  }

  HistoryEntry entry() {
    return new HistoryEntry(
        number,
        Step.Kind.valueOf(direction.toUpperCase(Locale.ROOT)),
        Optional.ofNullable(revision).map(RevisionId::new),
        heads(headsBefore),
        heads(headsAfter),
        Objects.requireNonNullElse(message, ""),
        Optional.ofNullable(checksum),
        Instant.parse(startedAt),
        Duration.ofMillis(tookMs),
        byUser,
        limbeck);
  }

  private static String text(Heads heads) {
    return heads.ids().stream().map(RevisionId::value).collect(Collectors.joining(","));
  }

  private static Heads heads(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return Heads.none();
    }
    return new Heads(Stream.of(text.split(",")).map(RevisionId::new).toList());
  }
}
