@NullMarked
package io.limbeck.adapter.sql;

import org.jspecify.annotations.NullMarked;
