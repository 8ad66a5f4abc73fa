@NullMarked
package io.limbeck.adapter.cli;

import org.jspecify.annotations.NullMarked;
