/** What Limbeck knows without any database or file: nothing here needs more than the JDK. */
@NullMarked
package io.limbeck.domain;

import org.jspecify.annotations.NullMarked;
