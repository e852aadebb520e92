/** How much of a week's demand is not covered. */
@NullMarked
package coop.parasol.production.outlook.rules;

import org.jspecify.annotations.NullMarked;
