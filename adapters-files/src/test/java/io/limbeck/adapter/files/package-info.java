@NullMarked
package io.limbeck.adapter.files;

import org.jspecify.annotations.NullMarked;
