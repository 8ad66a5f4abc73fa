/** What has to change in one schema to make it another. */
@NullMarked
package io.limbeck.domain.diff;

import org.jspecify.annotations.NullMarked;
