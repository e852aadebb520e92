package coop.parasol.portal.proxy;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.Config;

/** Where the services listen, by name, as the REST clients have it. */
@ApplicationScoped
public class ServiceAddresses {

    /** The services of this release, in the order in which people know them. */
    public static final List<String> NAMES = List.of("membership", "quality", "pricing", "production", "distribution");

    private final Config config;

    ServiceAddresses(Config config) {
        this.config = config;
    }

    /** Each service's address, by its name. */
    public Map<String, URI> all() {
        Map<String, URI> all = new LinkedHashMap<>();
        NAMES.forEach(name -> all.put(name, config.getValue("quarkus.rest-client." + name + ".url", URI.class)));
        return all;
    }
}
