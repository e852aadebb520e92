/** Up to which ISO week planning is frozen. */
@NullMarked
package coop.parasol.production.freeze.rules;

import org.jspecify.annotations.NullMarked;
