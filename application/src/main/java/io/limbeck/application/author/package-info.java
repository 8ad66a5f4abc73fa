/** Writing new revisions. */
@NullMarked
package io.limbeck.application.author;

import org.jspecify.annotations.NullMarked;
