/** The REST border that all services share: who calls, what a refusal looks like, and how a repeated call is told. */
@NullMarked
package coop.parasol.border;

import org.jspecify.annotations.NullMarked;
