/** Auditors, and whose work they may not judge. */
@NullMarked
package coop.parasol.quality.auditor;

import org.jspecify.annotations.NullMarked;
