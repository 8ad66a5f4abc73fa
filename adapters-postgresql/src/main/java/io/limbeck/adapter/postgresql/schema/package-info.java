/** A schema read from the catalogs, and operations said in PostgreSQL's SQL. */
@NullMarked
package io.limbeck.adapter.postgresql.schema;

import org.jspecify.annotations.NullMarked;
