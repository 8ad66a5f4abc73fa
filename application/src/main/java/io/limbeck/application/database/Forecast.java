package io.limbeck.application.database;

import io.limbeck.application.script.Statement;

/**
 * What a database will do about a statement that it cannot simply carry out as it is written.
 *
 * @param table the table it is about
 * @param way how it will be done, in a word or two
 * @param why the end of a sentence; empty where it goes without saying
 * @param rows how many the table has now
 * @param bytes how much the table and its indexes take now
 */
public record Forecast(
    Statement statement, String table, String way, String why, long rows, long bytes) {}
