/** Until when goods may be sold. */
@NullMarked
package coop.parasol.production.batch.rules;

import org.jspecify.annotations.NullMarked;
