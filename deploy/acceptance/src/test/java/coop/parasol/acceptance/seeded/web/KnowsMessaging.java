package coop.parasol.acceptance.seeded.web;

import org.jspecify.annotations.Nullable;

/** A library that knows another library. */
public record KnowsMessaging(coop.parasol.acceptance.seeded.messaging.@Nullable KnowsAService messaging) {}
