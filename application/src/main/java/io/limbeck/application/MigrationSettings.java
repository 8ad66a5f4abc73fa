package io.limbeck.application;

/**
 * How the configuration wants a database to be moved.
 *
 * @param atomic whether all revisions of a run are one transaction, instead of one each
 */
public record MigrationSettings(boolean atomic) {}
