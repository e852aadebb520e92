/** What the measured and seen of a sample amounts to: defects per class, and the grade. */
@NullMarked
package coop.parasol.quality.inspection.rules;

import org.jspecify.annotations.NullMarked;
