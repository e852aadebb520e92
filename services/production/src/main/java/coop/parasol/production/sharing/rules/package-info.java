/** What of a commitment may be offered to other producers, and who may take it. */
@NullMarked
package coop.parasol.production.sharing.rules;

import org.jspecify.annotations.NullMarked;
