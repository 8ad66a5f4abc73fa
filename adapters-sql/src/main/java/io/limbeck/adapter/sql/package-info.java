/** What every SQL database shares: tokens, statements, and the language of scripts. */
@NullMarked
package io.limbeck.adapter.sql;

import org.jspecify.annotations.NullMarked;
