package io.limbeck.application.script;

/**
 * One SQL statement of a script.
 *
 * @param sql as written, without the semicolon that ends it and without the comments around it
 * @param line where it begins in its script, counted from 1
 */
public record Statement(String sql, int line) {}
