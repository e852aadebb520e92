/** Photos and documents that auditors attach to their inspections. */
@NullMarked
package coop.parasol.quality.attachment;

import org.jspecify.annotations.NullMarked;
