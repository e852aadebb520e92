/** The quality desk's work: standards, batches, recalls, complaints, corrective actions, releases, and its registers. */
@NullMarked
package coop.parasol.portal.quality;

import org.jspecify.annotations.NullMarked;
