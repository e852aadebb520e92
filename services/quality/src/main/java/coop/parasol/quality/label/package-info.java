/** Labels of lots that are not certified. */
@NullMarked
package coop.parasol.quality.label;

import org.jspecify.annotations.NullMarked;
