/** The schema that an application's code expects. */
@NullMarked
package io.limbeck.application.models;

import org.jspecify.annotations.NullMarked;
