/** The standards of products, version by version. */
@NullMarked
package coop.parasol.quality.standard;

import org.jspecify.annotations.NullMarked;
