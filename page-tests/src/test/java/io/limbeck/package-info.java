@NullMarked
package io.limbeck;

import org.jspecify.annotations.NullMarked;
