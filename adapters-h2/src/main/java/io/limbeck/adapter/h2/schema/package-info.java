/** What an H2 database holds, and the SQL that changes it. */
@NullMarked
package io.limbeck.adapter.h2.schema;

import org.jspecify.annotations.NullMarked;
