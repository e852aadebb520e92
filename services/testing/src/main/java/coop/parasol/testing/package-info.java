/** What the services' tests share: events of the other services on a real Kafka, a clock, schemas of given sizes. */
@NullMarked
package coop.parasol.testing;

import org.jspecify.annotations.NullMarked;
