package coop.parasol.portal.mail.rules;

import java.time.Duration;
import java.time.Instant;

/** Looks at the moment of sending whether a mail is still wanted: between the event and the mail hours may lie. */
public final class MailRelevance {

    private MailRelevance() {}

    /** Whether it is sent. */
    public sealed interface Decision {

        /** The mail is sent: its reader acts for the recipient still, and wants mail of its kind. */
        record Send() implements Decision {}

        /** It is not, for that reason. */
        record Drop(Reason reason) implements Decision {}
    }

    /** Why a mail is not sent. */
    public enum Reason {
        /** the account is gone or disabled */
        NO_ACCOUNT,
        /** the person does not act for the member or partner any more, or has left the desk */
        NOT_THEIRS,
        /** what it says is not so any more */
        OUTDATED,
        /** the person has read the notice in the portal */
        READ,
        /** the person wants no mail of the kind */
        NOT_WANTED,
        /** it happened too long ago */
        TOO_OLD
    }

    /**
     * What is known at the moment of sending.
     *
     * @param hasAccount whether the account exists and is enabled
     * @param actsForRecipient whether the notice is still the person's
     * @param isOpen whether what the notice says is still so
     * @param isRead whether the person has read it
     * @param isWanted whether the person wants mail of the kind
     * @param happenedAt when the event was decided
     */
    public record Known(
            boolean hasAccount,
            boolean actsForRecipient,
            boolean isOpen,
            boolean isRead,
            boolean isWanted,
            Instant happenedAt) {}

    /** @param maxAge an event that is older is told in the portal alone */
    public static Decision decide(Known known, Instant now, Duration maxAge) {
        if (!known.hasAccount()) {
            return new Decision.Drop(Reason.NO_ACCOUNT);
        }
        if (!known.actsForRecipient()) {
            return new Decision.Drop(Reason.NOT_THEIRS);
        }
        if (!known.isOpen()) {
            return new Decision.Drop(Reason.OUTDATED);
        }
        if (known.isRead()) {
            return new Decision.Drop(Reason.READ);
        }
        if (!known.isWanted()) {
            return new Decision.Drop(Reason.NOT_WANTED);
        }
        return known.happenedAt().isBefore(now.minus(maxAge)) ? new Decision.Drop(Reason.TOO_OLD) : new Decision.Send();
    }
}
