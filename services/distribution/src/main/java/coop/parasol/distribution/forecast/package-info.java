/** How much partners expect to order in coming weeks: forecasts of a week, and standing needs. */
@NullMarked
package coop.parasol.distribution.forecast;

import org.jspecify.annotations.NullMarked;
