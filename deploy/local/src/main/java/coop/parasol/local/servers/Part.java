package coop.parasol.local.servers;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What an installation consists of, with the ports it listens on unless the environment says otherwise. */
public enum Part {
    POSTGRES(15432),
    KAFKA(9092),
    KAFKA_CONTROLLER(9093),
    KEYCLOAK(8180),
    MEMBERSHIP(8081),
    QUALITY(8082),
    PRICING(8083),
    PRODUCTION(8084),
    DISTRIBUTION(8085);

    private static final Set<Part> SERVICES = EnumSet.of(MEMBERSHIP, QUALITY, PRICING, PRODUCTION, DISTRIBUTION);

    private final int defaultPort;

    Part(int defaultPort) {
        this.defaultPort = defaultPort;
    }

    public int defaultPort() {
        return defaultPort;
    }

    /** Lower-case name: of the process, its log, its database and its principal. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The environment variable that changes the port. */
    public String portVariable() {
        return "PARASOL_PORT_" + name();
    }

    public boolean isService() {
        return SERVICES.contains(this);
    }

    public static List<Part> services() {
        return Arrays.stream(values()).filter(Part::isService).toList();
    }

    /** @throws Trouble if there is no such part */
    public static Part byId(String id) {
        return Arrays.stream(values())
                .filter(part -> part.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Trouble("There is no part \"" + id + "\". There are: "
                        + String.join(
                                ", ", Arrays.stream(values()).map(Part::id).toList()) + "."));
    }
}
