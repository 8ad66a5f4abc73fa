/** Rows that move from one database to another. */
@NullMarked
package io.limbeck.application.copy;

import org.jspecify.annotations.NullMarked;
