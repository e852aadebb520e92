/** The parts of an installation as processes: PostgreSQL, Kafka, Keycloak and the services. */
@NullMarked
package coop.parasol.local.servers;

import org.jspecify.annotations.NullMarked;
