@NullMarked
package io.limbeck.application.migrate;

import org.jspecify.annotations.NullMarked;
