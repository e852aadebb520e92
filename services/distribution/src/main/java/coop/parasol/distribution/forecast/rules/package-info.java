/** What a partner may forecast, and until when. */
@NullMarked
package coop.parasol.distribution.forecast.rules;

import org.jspecify.annotations.NullMarked;
