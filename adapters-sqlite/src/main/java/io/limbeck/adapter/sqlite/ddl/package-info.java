/**
 * What SQLite keeps of a table, its definition as text, and the ALTER statements that change it.
 */
@NullMarked
package io.limbeck.adapter.sqlite.ddl;

import org.jspecify.annotations.NullMarked;
