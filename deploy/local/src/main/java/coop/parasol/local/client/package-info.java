/** A client of the services' REST interfaces: signs in, retries, and uses idempotency keys. */
@NullMarked
package coop.parasol.local.client;

import org.jspecify.annotations.NullMarked;
