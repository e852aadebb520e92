package coop.parasol.portal.client;

import coop.parasol.portal.page.Person;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import org.eclipse.microprofile.rest.client.ext.ClientHeadersFactory;

/** Calls a service as the person who looks at the page, and from the person's address, by which anonymous calls are limited. */
@ApplicationScoped
public final class CallHeaders implements ClientHeadersFactory {

    private final Person person;
    private final CurrentVertxRequest call;
    private final ServiceCalls calls;

    CallHeaders(Person person, CurrentVertxRequest call, ServiceCalls calls) {
        this.person = person;
        this.call = call;
        this.calls = calls;
    }

    @Override
    public MultivaluedMap<String, String> update(
            MultivaluedMap<String, String> incoming, MultivaluedMap<String, String> outgoing) {
        calls.add();
        MultivaluedMap<String, String> headers = new MultivaluedHashMap<>();
        String token = person.accessToken();
        if (token != null) {
            headers.putSingle("Authorization", "Bearer " + token);
        }
        // a connection that has just been closed has no address any more
        SocketAddress caller = call.getCurrent().request().remoteAddress();
        if (caller != null && caller.hostAddress() != null) {
            headers.putSingle("X-Forwarded-For", caller.hostAddress());
        }
        return headers;
    }
}
