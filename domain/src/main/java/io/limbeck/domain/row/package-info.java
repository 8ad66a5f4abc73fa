/** What stands in the rows of tables, the same whichever database holds it. */
@NullMarked
package io.limbeck.domain.row;

import org.jspecify.annotations.NullMarked;
