package coop.parasol.local.season;

import coop.parasol.local.client.ApiUser;
import coop.parasol.local.client.Json;
import coop.parasol.local.client.ProblemResponseException;
import coop.parasol.local.servers.Component;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;

/**
 * A producer tries to correct and to withdraw a lot whose sample is drawn, in a demo at once, and to show a photo of it: what was reported
 * stays.
 */
final class ChangeTooLate {

    /** The smallest picture: one pixel. */
    private static final String PNG = "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de00"
            + "00000c49444154789c63d8e22a0f0002c901193c91241a0000000049454e44ae426082";

    private final SeasonContext context;

    ChangeTooLate(SeasonContext context) {
        this.context = context;
    }

    /** @param batch that quality has sampled */
    void attempt(String batch, DemoProducer producer) {
        String path = "/batches/" + batch;
        ApiUser owner = producer.owner();
        context.log.awaitUntil(
                "production to hear of the sample of batch " + batch,
                () -> !owner.get(Component.PRODUCTION, path).path("changeable").asBoolean());
        Map<String, Object> correction = Map.of(
                "quantity",
                Json.quantity(1, DemoProduct.UNIT),
                "madeOn",
                context.today.toString(),
                "route",
                producer.product().route);
        refused(
                producer,
                "to correct the lot",
                () -> owner.post(Component.PRODUCTION, path + "/corrections", correction));
        refused(producer, "to withdraw it", () -> owner.post(Component.PRODUCTION, path + "/withdrawal", null));
        byte[] photo = HexFormat.of().parseHex(PNG);
        refused(
                producer,
                "to add a photo to it",
                () -> owner.putFile(Component.QUALITY, path + "/photos/" + UUID.randomUUID(), photo));
    }

    private void refused(DemoProducer producer, String what, Runnable change) {
        ProblemResponseException refusal = producer.owner().expectRefusal(change);
        context.log.line(producer.name() + " tries " + what + " when its sample is drawn: "
                + PublishStandardsAndPrices.describe(refusal));
    }
}
