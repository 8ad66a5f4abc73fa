/** What programs read, whoever writes it down: trees of plain values, told alike by every face. */
@NullMarked
package io.limbeck.application.document;

import org.jspecify.annotations.NullMarked;
