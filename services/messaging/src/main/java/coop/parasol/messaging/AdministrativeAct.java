package coop.parasol.messaging;

import java.time.Instant;

/**
 * What an administrator, or somebody at the machine, has done to the running of this service. It is recorded in the transaction of
 * the act itself, and never changed.
 *
 * @param number place in the order of recording
 * @param actor the person's {@code sub}; {@code operator:} and the account of the machine for a command that was given there
 * @param subject what it was done to: of a REPLAY the aggregate, of a NEW_SIGNING_KEY the new key's thumbprint, of a REBUILD or COMPARISON
 *     its number, of a RESEND since when events are sent again
 */
public record AdministrativeAct(long number, Instant time, String actor, AdministrativeActKind act, String subject) {}
