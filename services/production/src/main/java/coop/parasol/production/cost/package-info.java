/** What producers calculate of their own costs; each alone reads its own. */
@NullMarked
package coop.parasol.production.cost;

import org.jspecify.annotations.NullMarked;
