package io.limbeck.application.database;

import io.limbeck.domain.revision.Heads;
import io.limbeck.domain.revision.RevisionId;
import io.limbeck.domain.revision.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A step that was taken on a database.
 *
 * @param number counts up from 1 in the order the steps were taken
 * @param revision whose script ran; empty for a stamp
 * @param message the revision's, or for a stamp the title of its step
 * @param checksum of the script that ran; empty for a stamp
 * @param at when the step began
 * @param by the user and the machine, as {@code user@host}
 * @param limbeck the version of Limbeck that took it
 */
public record HistoryEntry(
    long number,
    Step.Kind kind,
    Optional<RevisionId> revision,
    Heads before,
    Heads after,
    String message,
    Optional<String> checksum,
    Instant at,
    Duration took,
    String by,
    String limbeck) {}
