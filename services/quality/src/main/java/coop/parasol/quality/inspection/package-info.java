/** What auditors find, unit by unit or as counts, until it is complete and the plans decide. */
@NullMarked
package coop.parasol.quality.inspection;

import org.jspecify.annotations.NullMarked;
