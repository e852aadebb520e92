/** Whether an instrument may be used on a day. */
@NullMarked
package coop.parasol.quality.instrument.rules;

import org.jspecify.annotations.NullMarked;
