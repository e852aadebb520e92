/** Numbers, states and words of certificates. */
@NullMarked
package coop.parasol.quality.certificate.rules;

import org.jspecify.annotations.NullMarked;
