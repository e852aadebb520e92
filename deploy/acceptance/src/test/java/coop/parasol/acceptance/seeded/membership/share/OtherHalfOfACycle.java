package coop.parasol.acceptance.seeded.membership.share;

import coop.parasol.acceptance.seeded.membership.exit.KnowsAnotherService;

/** The other half of the cycle. */
public record OtherHalfOfACycle(KnowsAnotherService exit) {}
