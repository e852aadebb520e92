/** What auditors find in samples: saved as drafts, submitted, and complete when the plans can decide about the batch. */
@NullMarked
package coop.parasol.quality.inspection;

import org.jspecify.annotations.NullMarked;
