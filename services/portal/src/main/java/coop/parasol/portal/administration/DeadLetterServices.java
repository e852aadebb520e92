package coop.parasol.portal.administration;

import coop.parasol.portal.proxy.ServiceAddresses;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The parked events of every service by its name. */
@ApplicationScoped
class DeadLetterServices {

    private final Map<String, URI> addresses;
    private final Map<String, DeadLetters> clients = new ConcurrentHashMap<>();

    DeadLetterServices(ServiceAddresses addresses, OwnDeadLetters own) {
        this.addresses = addresses.all();
        clients.put(ServiceHealth.PORTAL, own);
    }

    /** @throws NotFoundException if there is no such service */
    DeadLetters of(String service) {
        DeadLetters known = clients.get(service);
        if (known != null) {
            return known;
        }
        URI address = addresses.get(service);
        if (address == null) {
            throw new NotFoundException();
        }
        return clients.computeIfAbsent(
                service, _ -> DeadLetters.of(ServiceClients.of(address, DeadLetterClient.class)));
    }
}
