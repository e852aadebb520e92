/** Which price applies. */
@NullMarked
package coop.parasol.distribution.catalogue.rules;

import org.jspecify.annotations.NullMarked;
