@NullMarked
package io.limbeck.adapter.jpa;

import org.jspecify.annotations.NullMarked;
