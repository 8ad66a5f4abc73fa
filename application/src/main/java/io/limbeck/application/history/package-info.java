/** Where a database stands, and how the history that leads there looks. */
@NullMarked
package io.limbeck.application.history;

import org.jspecify.annotations.NullMarked;
