package coop.parasol.local.servers;

import coop.parasol.contracts.EventTypes;
import coop.parasol.contracts.PortalTopics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.Resource;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * The topics of a Kafka, a principal a service and one for the portal, and the access rights of each. Everything can be repeated: what is there
 * already stays, and passwords become those that are given.
 */
public final class KafkaSetup {

    private static final int PARTITIONS = 6;
    private static final int ITERATIONS = 4096;

    private final Admin admin;
    private final Replication replication;

    public KafkaSetup(Admin admin, Replication replication) {
        this.admin = admin;
        this.replication = replication;
    }

    /**
     * How many brokers keep each topic.
     *
     * @param factor copies of each partition
     * @param minInSync how many of them have to have an event before it counts as sent
     */
    public record Replication(short factor, int minInSync) {

        /** A broker that stands alone. */
        public static final Replication NONE = new Replication((short) 1, 1);

        public Replication {
            if (factor < 1 || minInSync < 1 || minInSync > factor) {
                throw new IllegalArgumentException("of %d copies %d have to be in sync".formatted(factor, minInSync));
            }
        }
    }

    /** Every topic there is: those of the contracts, and one of dead letters for each service and the portal. */
    public static List<String> topics() {
        return Stream.concat(
                        EventTypes.all().stream().map(EventTypes::topic),
                        Component.applications().stream().map(KafkaSetup::deadLetters))
                .distinct()
                .toList();
    }

    /**
     * Creates what is missing.
     *
     * @param passwords of the services' principals and of the portal's
     */
    public void run(Function<Component, String> passwords) throws InterruptedException, ExecutionException {
        createTopics();
        createPrincipals(passwords);
        admin.createAcls(Stream.concat(
                                Component.services().stream().flatMap(service -> rights(service.id())),
                                rightsOfThePortal(Component.PORTAL.id()))
                        .toList())
                .all()
                .get();
    }

    void createTopics() throws InterruptedException, ExecutionException {
        Map<String, String> settings = new HashMap<>(Map.of("retention.ms", "-1", "retention.bytes", "-1"));
        settings.put("min.insync.replicas", Integer.toString(replication.minInSync()));
        var answers = admin.createTopics(topics().stream()
                        .map(name -> new NewTopic(name, PARTITIONS, replication.factor()).configs(settings))
                        .toList())
                .values();
        for (var answer : answers.values()) {
            try {
                answer.get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        }
    }

    private void createPrincipals(Function<Component, String> passwords)
            throws InterruptedException, ExecutionException {
        List<UserScramCredentialAlteration> users = Component.applications().stream()
                .<UserScramCredentialAlteration>map(service -> new UserScramCredentialUpsertion(
                        service.id(),
                        new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS),
                        passwords.apply(service)))
                .toList();
        admin.alterUserScramCredentials(users).all().get();
    }

    /** The rights of a service: write its own topics, read all topics, commit offsets of its own consumer group. */
    private static Stream<AclBinding> rights(String service) {
        return Stream.of(
                allow(service, ResourceType.TOPIC, service + ".", PatternType.PREFIXED, AclOperation.WRITE),
                allow(service, ResourceType.TOPIC, "*", PatternType.LITERAL, AclOperation.READ),
                allow(service, ResourceType.TOPIC, "*", PatternType.LITERAL, AclOperation.DESCRIBE),
                allow(service, ResourceType.GROUP, service, PatternType.LITERAL, AclOperation.READ),
                allow(service, ResourceType.GROUP, service, PatternType.LITERAL, AclOperation.DESCRIBE),
                allow(
                        service,
                        ResourceType.CLUSTER,
                        Resource.CLUSTER_NAME,
                        PatternType.LITERAL,
                        AclOperation.IDEMPOTENT_WRITE));
    }

    /**
     * The portal reads what may change an open page or is told to people, in a consumer group of its own, and writes nothing but which
     * of that it could not handle.
     */
    private static Stream<AclBinding> rightsOfThePortal(String portal) {
        String deadLetters = deadLetters(Component.PORTAL);
        Stream<AclBinding> reads = Stream.concat(PortalTopics.ALL.stream(), Stream.of(deadLetters))
                .flatMap(topic -> Stream.of(AclOperation.READ, AclOperation.DESCRIBE)
                        .map(operation -> allow(portal, ResourceType.TOPIC, topic, PatternType.LITERAL, operation)));
        return Stream.concat(
                reads,
                Stream.of(
                        allow(portal, ResourceType.TOPIC, deadLetters, PatternType.LITERAL, AclOperation.WRITE),
                        allow(portal, ResourceType.GROUP, portal, PatternType.LITERAL, AclOperation.READ),
                        allow(portal, ResourceType.GROUP, portal, PatternType.LITERAL, AclOperation.DESCRIBE),
                        allow(
                                portal,
                                ResourceType.CLUSTER,
                                Resource.CLUSTER_NAME,
                                PatternType.LITERAL,
                                AclOperation.IDEMPOTENT_WRITE)));
    }

    /** The topic on which an application says which events it could not handle. */
    private static String deadLetters(Component application) {
        return application.id() + ".dead-letter";
    }

    private static AclBinding allow(
            String service, ResourceType type, String name, PatternType pattern, AclOperation operation) {
        return new AclBinding(
                new ResourcePattern(type, name, pattern),
                new AccessControlEntry("User:" + service, "*", operation, AclPermissionType.ALLOW));
    }
}
