/** That no unit of a batch gets lost or comes from nowhere. */
@NullMarked
package coop.parasol.distribution.conservation.rules;

import org.jspecify.annotations.NullMarked;
