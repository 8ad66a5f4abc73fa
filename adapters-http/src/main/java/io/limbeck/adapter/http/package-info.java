/** The admin over HTTP. */
@NullMarked
package io.limbeck.adapter.http;

import org.jspecify.annotations.NullMarked;
