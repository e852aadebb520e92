package coop.parasol.local.servers;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The components of an installation, each with the port on which it listens by default. Some are no process of their own, but
 * another port of one: Kafka's controller, the portal's HTTPS, and where services have health, metrics and OpenAPI.
 */
public enum Component {
    POSTGRES(15432),
    KAFKA(9092),
    KAFKA_CONTROLLER(9093),
    KEYCLOAK(8180),
    MEMBERSHIP(8081),
    QUALITY(8082),
    PRICING(8083),
    PRODUCTION(8084),
    DISTRIBUTION(8085),
    PORTAL(8080),
    /** a demo's mail server; a firm has its own elsewhere */
    MAIL(2525),
    PORTAL_HTTPS(8443),
    MEMBERSHIP_MANAGEMENT(9081),
    QUALITY_MANAGEMENT(9082),
    PRICING_MANAGEMENT(9083),
    PRODUCTION_MANAGEMENT(9084),
    DISTRIBUTION_MANAGEMENT(9085),
    PORTAL_MANAGEMENT(9080);

    private static final String MANAGEMENT = "_MANAGEMENT";
    private static final Set<Component> SERVICES = EnumSet.of(MEMBERSHIP, QUALITY, PRICING, PRODUCTION, DISTRIBUTION);

    private final int defaultPort;

    Component(int defaultPort) {
        this.defaultPort = defaultPort;
    }

    public int defaultPort() {
        return defaultPort;
    }

    /** The name in lower case: of the component on the command line, its log, its database and its Kafka principal. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The environment variable that sets its port. */
    public String portVariable() {
        return "PARASOL_PORT_" + name();
    }

    /** Whether it is one of the services, which decide, with a database and topics of its own. */
    public boolean isService() {
        return SERVICES.contains(this);
    }

    /** Whether it is one of Parasol's own programs, a service or the portal, with a database, and not a server that they use. */
    public boolean isApplication() {
        return isService() || this == PORTAL;
    }

    /** Whether it is a process, and not only another port of one. */
    public boolean isProcess() {
        return this != KAFKA_CONTROLLER && this != PORTAL_HTTPS && !name().endsWith(MANAGEMENT);
    }

    /**
     * The port on which a service or the portal has health, metrics and OpenAPI.
     *
     * @throws IllegalArgumentException for what is no service
     */
    public Component management() {
        return valueOf(name() + MANAGEMENT);
    }

    public static List<Component> services() {
        return Arrays.stream(values()).filter(Component::isService).toList();
    }

    /** The services and the portal. */
    public static List<Component> applications() {
        return Arrays.stream(values()).filter(Component::isApplication).toList();
    }

    /**
     * The component of that name.
     *
     * @throws OperatorException if there is none
     */
    public static Component byId(String id) {
        return Arrays.stream(values())
                .filter(Component::isProcess)
                .filter(component -> component.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new OperatorException("There is no component \"" + id
                        + "\".\nWhat to do: name one of "
                        + String.join(
                                ", ",
                                Arrays.stream(values())
                                        .filter(Component::isProcess)
                                        .map(Component::id)
                                        .toList())
                        + "."));
    }
}
