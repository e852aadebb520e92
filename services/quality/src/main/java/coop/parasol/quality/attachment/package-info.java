/** Photos and documents that auditors attach to their inspections, as evidence. */
@NullMarked
package coop.parasol.quality.attachment;

import org.jspecify.annotations.NullMarked;
