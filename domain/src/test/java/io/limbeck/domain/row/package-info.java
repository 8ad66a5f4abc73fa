@NullMarked
package io.limbeck.domain.row;

import org.jspecify.annotations.NullMarked;
