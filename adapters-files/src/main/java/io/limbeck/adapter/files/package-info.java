/** {@code alembic.ini}, the folder of revision scripts, and the SQL of offline mode. */
@NullMarked
package io.limbeck.adapter.files;

import org.jspecify.annotations.NullMarked;
