package io.limbeck.application.database;

import io.limbeck.application.script.Statement;
import java.util.Optional;

/**
 * What others have to wait for while steps are taken.
 *
 * @param statement what takes it; empty if every step does
 * @param on what is locked: a table, or the database by its short name
 * @param mode what the database calls a lock of this kind
 * @param effect who waits, and how long, or who does not: the end of a sentence
 */
public record Lock(Optional<Statement> statement, String on, String mode, String effect) {}
