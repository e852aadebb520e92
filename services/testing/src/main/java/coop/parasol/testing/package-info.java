/** What the services' tests share: events of the other services on a real Kafka, and time. */
@NullMarked
package coop.parasol.testing;

import org.jspecify.annotations.NullMarked;
