package coop.parasol.portal.administration;

import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What the portal measures of itself. */
final class PortalMetrics {

    /**
     * Each area has a client of its own for a service, and all of them have the service's name: the gauge of open connections would
     * be that of the first alone, and every other one a warning.
     */
    @Produces
    @Singleton
    MeterFilter withoutConnectionsOfOneClient() {
        return MeterFilter.denyNameStartsWith("http.client.active.connections");
    }
}
