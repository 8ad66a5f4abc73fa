/** The library's face, the program, and the wiring of both. */
@NullMarked
package io.limbeck;

import org.jspecify.annotations.NullMarked;
