@NullMarked
package io.limbeck.domain.diff;

import org.jspecify.annotations.NullMarked;
