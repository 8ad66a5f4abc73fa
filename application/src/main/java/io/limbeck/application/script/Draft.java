package io.limbeck.application.script;

import io.limbeck.domain.revision.Revision;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * A script that is about to be written.
 *
 * @param folder where to put it; if empty, beside the first revision it builds on, or in the only
 *     version location
 */
public record Draft(Revision revision, ZonedDateTime created, Optional<Path> folder) {}
