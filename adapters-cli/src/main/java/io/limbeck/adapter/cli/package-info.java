/** The command line: a command per use case. */
@NullMarked
package io.limbeck.adapter.cli;

import org.jspecify.annotations.NullMarked;
