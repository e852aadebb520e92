package coop.parasol.production.batch;

import org.jspecify.annotations.Nullable;

/**
 * A step by which a batch was made, as its producer has told it: a copy, which stays when the producer's process plan changes.
 *
 * @param machine on which it was done, as the producer calls it; absent for none
 */
public record ProcessStep(String name, @Nullable String machine) {}
