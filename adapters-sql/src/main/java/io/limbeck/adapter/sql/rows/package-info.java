/** Rows read and written through JDBC, whatever database it is. */
@NullMarked
package io.limbeck.adapter.sql.rows;

import org.jspecify.annotations.NullMarked;
