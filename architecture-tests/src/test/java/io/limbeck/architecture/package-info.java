/** The architecture's rules, held over all modules. */
@NullMarked
package io.limbeck.architecture;

import org.jspecify.annotations.NullMarked;
