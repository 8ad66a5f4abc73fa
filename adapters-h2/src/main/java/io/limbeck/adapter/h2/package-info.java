/** H2 behind the database port. */
@NullMarked
package io.limbeck.adapter.h2;

import org.jspecify.annotations.NullMarked;
