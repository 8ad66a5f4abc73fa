/** Moving a database through the revision graph. */
@NullMarked
package io.limbeck.application.migrate;

import org.jspecify.annotations.NullMarked;
