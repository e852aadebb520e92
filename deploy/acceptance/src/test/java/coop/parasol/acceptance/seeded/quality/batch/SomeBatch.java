package coop.parasol.acceptance.seeded.quality.batch;

/** Something that another service must not see. */
public final class SomeBatch {}
