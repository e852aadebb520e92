/** Certificates: issued, signed, and what anyone may know of them. */
@NullMarked
package coop.parasol.quality.certificate;

import org.jspecify.annotations.NullMarked;
