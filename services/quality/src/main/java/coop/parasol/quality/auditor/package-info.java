/** Auditors, and the producers whose batches they may not inspect. */
@NullMarked
package coop.parasol.quality.auditor;

import org.jspecify.annotations.NullMarked;
