/**
 * Revisions, the graph they form, and the plans that move a database through it. The rules are
 * those of Alembic 1.19, whose recorded answers are the tests.
 */
@NullMarked
package io.limbeck.domain.revision;

import org.jspecify.annotations.NullMarked;
