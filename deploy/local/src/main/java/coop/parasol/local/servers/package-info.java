/** The components of an installation (PostgreSQL, Kafka, Keycloak and the services) as processes on one machine. */
@NullMarked
package coop.parasol.local.servers;

import org.jspecify.annotations.NullMarked;
