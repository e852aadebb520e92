/** Numbers and states of certificates, and how often they may be asked for. */
@NullMarked
package coop.parasol.quality.certificate.rules;

import org.jspecify.annotations.NullMarked;
