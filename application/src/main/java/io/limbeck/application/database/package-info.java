/** The database that is moved, and what can go wrong with it. */
@NullMarked
package io.limbeck.application.database;

import org.jspecify.annotations.NullMarked;
