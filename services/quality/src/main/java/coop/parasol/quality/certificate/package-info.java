/** Certificates of batches: issued, signed and expired, and what anyone may verify of them (ADR 0022). */
@NullMarked
package coop.parasol.quality.certificate;

import org.jspecify.annotations.NullMarked;
