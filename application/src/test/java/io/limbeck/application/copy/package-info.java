@NullMarked
package io.limbeck.application.copy;

import org.jspecify.annotations.NullMarked;
