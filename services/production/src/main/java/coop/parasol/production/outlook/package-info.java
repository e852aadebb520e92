/** What is wanted and not yet covered. */
@NullMarked
package coop.parasol.production.outlook;

import org.jspecify.annotations.NullMarked;
