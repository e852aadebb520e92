package coop.parasol.quality;

import coop.parasol.testing.Impersonation;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Makes calls as somebody else than the test's user, where a test needs several people. */
public final class ActingAs {

    private ActingAs() {}

    public static <T> T producer(UUID member, Supplier<T> calls) {
        return Impersonation.as("asha", Map.of("member_id", member.toString()), Set.of("producer"), calls);
    }

    public static <T> T auditor(UUID auditor, Supplier<T> calls) {
        return Impersonation.as(
                "auditor-" + auditor, Map.of("auditor_id", auditor.toString()), Set.of("auditor"), calls);
    }

    /** Somebody who inspects for the firm and owns a workshop of its own. */
    public static <T> T auditorWhoOwns(UUID member, UUID auditor, Supplier<T> calls) {
        return Impersonation.as(
                "auditor-" + auditor,
                Map.of("auditor_id", auditor.toString(), "member_id", member.toString()),
                Set.of("auditor", "producer"),
                calls);
    }

    /** A person of the quality desk. */
    public static <T> T qualityDesk(String name, Supplier<T> calls) {
        return Impersonation.as(name, Map.of(), Set.of("quality-desk"), calls);
    }
}
