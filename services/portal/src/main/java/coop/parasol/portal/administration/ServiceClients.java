package coop.parasol.portal.administration;

import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.rest.client.RestClientBuilder;

/** Clients of an interface that every service has alike. */
final class ServiceClients {

    private static final int CONNECT_SECONDS = 2;
    private static final int READ_SECONDS = 10;

    private ServiceClients() {}

    /** A client of the service at this address. */
    static <T> T of(URI address, Class<T> type) {
        return RestClientBuilder.newBuilder()
                .baseUri(address)
                .connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
                .readTimeout(READ_SECONDS, TimeUnit.SECONDS)
                .build(type);
    }
}
