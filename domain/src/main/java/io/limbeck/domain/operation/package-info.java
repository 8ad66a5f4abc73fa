/** Changes to a schema, as data. */
@NullMarked
package io.limbeck.domain.operation;

import org.jspecify.annotations.NullMarked;
