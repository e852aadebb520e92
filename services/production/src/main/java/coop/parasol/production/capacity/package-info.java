/** What producers could make. */
@NullMarked
package coop.parasol.production.capacity;

import org.jspecify.annotations.NullMarked;
