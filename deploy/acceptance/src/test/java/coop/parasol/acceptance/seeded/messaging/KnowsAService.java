package coop.parasol.acceptance.seeded.messaging;

/** A library that knows a service, and another library. */
public record KnowsAService(
        coop.parasol.acceptance.seeded.quality.batch.SomeBatch batch,
        coop.parasol.acceptance.seeded.web.KnowsMessaging web) {}
