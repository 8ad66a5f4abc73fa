/** What one can do with Limbeck, and what it needs from the world for that. */
@NullMarked
package io.limbeck.application;

import org.jspecify.annotations.NullMarked;
