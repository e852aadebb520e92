/** The guarantees of the messaging library, each tried on a real PostgreSQL and a real Kafka. */
@NullMarked
package coop.parasol.messaging;

import org.jspecify.annotations.NullMarked;
