@NullMarked
package io.limbeck.application.history;

import org.jspecify.annotations.NullMarked;
