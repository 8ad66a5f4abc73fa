/** Tests of schemas as values. */
@NullMarked
package io.limbeck.domain.schema;

import org.jspecify.annotations.NullMarked;
