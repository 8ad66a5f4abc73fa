/** The admin: a server through which people and programs see one database, and move it. */
@NullMarked
package io.limbeck.application.admin;

import org.jspecify.annotations.NullMarked;
