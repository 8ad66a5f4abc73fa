/**
 * Tests of the revision graph; the recorded answers and the drawn graphs serve other modules too.
 */
@NullMarked
package io.limbeck.domain.revision;

import org.jspecify.annotations.NullMarked;
