/** Trying revisions in a throw-away database, and comparing what they make with what there is. */
@NullMarked
package io.limbeck.application.verify;

import org.jspecify.annotations.NullMarked;
