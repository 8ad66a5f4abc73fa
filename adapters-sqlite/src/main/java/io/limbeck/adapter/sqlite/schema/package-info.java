/** The schema of a SQLite database as a value, and changes to it as SQL. */
@NullMarked
package io.limbeck.adapter.sqlite.schema;

import org.jspecify.annotations.NullMarked;
