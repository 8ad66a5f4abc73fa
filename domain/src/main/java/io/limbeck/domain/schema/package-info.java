/** What a database holds, but for its rows: tables, and what stands on them. */
@NullMarked
package io.limbeck.domain.schema;

import org.jspecify.annotations.NullMarked;
