/** Partners: who may order, at which prices, and up to which debt. */
@NullMarked
package coop.parasol.distribution.partner;

import org.jspecify.annotations.NullMarked;
