package io.limbeck.application.script;

import io.limbeck.domain.revision.Revision;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * A script that is about to be written.
 *
 * @param created goes into the script with its offset if its zone is one, else as local time
 * @param folder one of the version locations; if empty, the only one, or else that of the first
 *     revision it builds on
 */
public record Draft(Revision revision, ZonedDateTime created, Optional<Path> folder) {}
