/** SQLite behind the database port. */
@NullMarked
package io.limbeck.adapter.sqlite;

import org.jspecify.annotations.NullMarked;
