package io.limbeck.application.copy;

import io.limbeck.application.copy.CopyPlan.TableCopy;
import io.limbeck.domain.row.ContentChecksum;

/**
 * A table whose first rows may be in the target already.
 *
 * @param content of the source's rows that have been read so far: those that are there
 * @param complete whether there is nothing left to be done
 */
record Begun(TableCopy table, ContentChecksum content, boolean complete) {}
