/** What can be ordered: this service's copy of the standards and of the published prices. */
@NullMarked
package coop.parasol.distribution.catalogue;

import org.jspecify.annotations.NullMarked;
