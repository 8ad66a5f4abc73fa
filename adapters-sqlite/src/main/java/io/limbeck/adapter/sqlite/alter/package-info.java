/**
 * Carries out ALTER TABLE on SQLite: what SQLite cannot do by itself, and what it does in silence.
 */
@NullMarked
package io.limbeck.adapter.sqlite.alter;

import org.jspecify.annotations.NullMarked;
