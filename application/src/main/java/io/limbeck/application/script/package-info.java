/** Revision scripts: what is in them, and where they are kept. */
@NullMarked
package io.limbeck.application.script;

import org.jspecify.annotations.NullMarked;
