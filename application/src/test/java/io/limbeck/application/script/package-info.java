@NullMarked
package io.limbeck.application.script;

import org.jspecify.annotations.NullMarked;
