/** Normal, tightened and reduced inspection per producer, product and defect class; discontinuation and its lifting. */
@NullMarked
package coop.parasol.quality.switching;

import org.jspecify.annotations.NullMarked;
