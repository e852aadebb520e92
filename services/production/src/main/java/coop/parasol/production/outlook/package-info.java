/** The demand outlook: what partners have ordered per product and week, and what of it is not covered yet. */
@NullMarked
package coop.parasol.production.outlook;

import org.jspecify.annotations.NullMarked;
