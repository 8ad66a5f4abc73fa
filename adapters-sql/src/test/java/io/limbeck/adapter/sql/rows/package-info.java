@NullMarked
package io.limbeck.adapter.sql.rows;

import org.jspecify.annotations.NullMarked;
