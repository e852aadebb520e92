package coop.parasol.portal.client;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * How many calls to services a page has cost. It is said in the answer ({@code Server-Timing: services;desc="2"}), where a
 * browser's tools show it and tests look for it: a page needs at most three.
 */
@RequestScoped
public class ServiceCalls {

    private final AtomicInteger made = new AtomicInteger();

    void add() {
        made.incrementAndGet();
    }

    int made() {
        return made.get();
    }

    /** Says it in every answer. */
    static final class Header {

        private final ServiceCalls calls;

        Header(ServiceCalls calls) {
            this.calls = calls;
        }

        @ServerResponseFilter
        public void add(ContainerResponseContext response) {
            response.getHeaders().putSingle("Server-Timing", "services;desc=\"" + calls.made() + '"');
        }
    }
}
