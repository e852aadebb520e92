package coop.parasol.local.season;

import coop.parasol.local.client.ProblemResponseException;
import coop.parasol.local.servers.Component;

/** A producer tries to withdraw a lot whose sample is drawn, in a demo at once: what was reported stays. */
final class WithdrawTooLate {

    private final SeasonContext context;

    WithdrawTooLate(SeasonContext context) {
        this.context = context;
    }

    /** @param batch that quality has sampled */
    void attempt(String batch, DemoProducer producer) {
        String path = "/batches/" + batch;
        context.log.awaitUntil(
                "production to hear of the sample of batch " + batch,
                () -> !producer.owner()
                        .get(Component.PRODUCTION, path)
                        .path("changeable")
                        .asBoolean());
        ProblemResponseException refusal = producer.owner()
                .expectRefusal(() -> producer.owner().post(Component.PRODUCTION, path + "/withdrawal", null));
        context.log.line(producer.name() + " tries to withdraw the lot when its sample is drawn: "
                + PublishStandardsAndPrices.describe(refusal));
    }
}
