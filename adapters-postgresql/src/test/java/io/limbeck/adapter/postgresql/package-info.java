@NullMarked
package io.limbeck.adapter.postgresql;

import org.jspecify.annotations.NullMarked;
