package coop.parasol.local.season;

import coop.parasol.local.client.ProblemResponseException;
import coop.parasol.local.servers.Component;
import coop.parasol.local.servers.OperatorException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * It is recorded that the newest member and another have one owner, by two persons, and then, because the firm is sold, that it has
 * an owner of its own again: from then on each counts as a producer of its own.
 */
final class RecordOwners {

    private final SeasonContext context;

    RecordOwners(SeasonContext context) {
        this.context = context;
    }

    void run() {
        DemoProducer newest = context.producers.getLast();
        DemoProducer other = context.producers.getFirst();
        record("ONE_OWNER", newest, other);
        requireGroup(newest, 1);
        context.log.line("%s and %s are recorded to have one owner, by two persons: they count as one producer"
                .formatted(newest.name(), other.name()));
        record("OWN_OWNER", newest);
        requireGroup(newest, 0);
        context.log.line("%s is sold, and recorded to have an owner of its own again".formatted(newest.name()));
    }

    private void record(String kind, DemoProducer... firms) {
        String proposal = context.registrar
                .post(
                        Component.MEMBERSHIP,
                        "/firm-owners/proposals",
                        Map.of(
                                "kind",
                                kind,
                                "memberIds",
                                Arrays.stream(firms).map(DemoProducer::memberId).toList(),
                                "proof",
                                "register of firms, season " + context.tag))
                .path("proposalId")
                .asText();
        String approval = "/firm-owners/proposals/" + proposal + "/approval";
        ProblemResponseException refusal =
                context.registrar.expectRefusal(() -> context.registrar.post(Component.MEMBERSHIP, approval, Map.of()));
        context.log.line("The registrar tries to approve its own record of an owner: "
                + PublishStandardsAndPrices.describe(refusal));
        context.secondTreasurer.post(Component.MEMBERSHIP, approval, Map.of());
    }

    private static void requireGroup(DemoProducer firm, int size) {
        List<?> own = firm.owner().getAllPages(Component.MEMBERSHIP, "/firm-owners");
        if (own.size() != size) {
            throw new OperatorException(
                    firm.name() + " is shown " + own.size() + " records of its owner instead of " + size + ".");
        }
    }
}
