@NullMarked
package io.limbeck.wiring;

import org.jspecify.annotations.NullMarked;
