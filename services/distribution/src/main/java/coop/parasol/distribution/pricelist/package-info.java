/** The published prices as distribution knows them: those in force and those to come. */
@NullMarked
package coop.parasol.distribution.pricelist;

import org.jspecify.annotations.NullMarked;
