package coop.parasol.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What membership decides about who is a member: joining, moving, leaving. */
public sealed interface MembershipEvent extends Event {

    /** What a member firm makes its living from. */
    enum FirmKind {
        /** develops and makes end products */
        PRODUCT,
        /** works on others' products: plating, printing, embroidery */
        PROCESSING,
        BOTH
    }

    /** A firm has asked to join; nothing is decided yet. */
    @Topic("membership.members")
    record MemberApplied(UUID memberId, String name, FirmKind kind, Instant appliedAt) implements MembershipEvent {
        @Override
        public String subject() {
            return memberId.toString();
        }
    }

    /** The application was turned down. The firm may apply again, as a new membership. */
    @Topic("membership.members")
    record ApplicationRefused(UUID memberId, String reason) implements MembershipEvent {
        @Override
        public String subject() {
            return memberId.toString();
        }
    }

    /**
     * The firm is admitted; the share is not issued before the buy-in is paid.
     *
     * @param buyInDue value of one share on that day (par while there is no member)
     * @param place the town of its address and nothing more of it; absent where it has named none
     */
    @Topic("membership.members")
    record MemberAdmitted(
            UUID memberId,
            String name,
            Money buyInDue,
            LocalDate admittedOn,
            @Nullable String place) implements MembershipEvent {
        @Override
        public String subject() {
            return memberId.toString();
        }
    }

    /**
     * A member's firm is in another town than it was.
     *
     * @param place the town of its address and nothing more of it
     */
    @Topic("membership.members")
    record MemberMoved(UUID memberId, String place) implements MembershipEvent {
        @Override
        public String subject() {
            return memberId.toString();
        }
    }

    /**
     * The first version of {@link MemberActivatedV2}, which has the member's e-mail address too.
     *
     * @param email where its account's name comes from
     * @param members N, this one counted
     */
    @Topic("membership.members")
    record MemberActivated(UUID memberId, String name, String email, FirmKind kind, long members)
            implements MembershipEvent, Superseded<MemberActivatedV2> {
        @Override
        public String subject() {
            return memberId.toString();
        }

        @Override
        public MemberActivatedV2 upgraded() {
            return new MemberActivatedV2(memberId, name, kind, members);
        }
    }

    /**
     * The buy-in is paid and the one share issued: from now on the firm owns 1/N and may commit and report. Nothing personal
     * is on a topic, so the member's e-mail address is no part of it any more.
     *
     * @param members N, this one counted
     */
    @Topic("membership.members")
    record MemberActivatedV2(UUID memberId, String name, FirmKind kind, long members) implements MembershipEvent {
        @Override
        public String subject() {
            return memberId.toString();
        }
    }

    /** Why a membership ends. */
    enum EndKind {
        /** the owner has died: nobody can decide for the firm any more */
        DEATH,
        /** the firm exists no more */
        DISSOLUTION,
        /** the members have voted */
        EXPULSION
    }

    /** A member has asked to leave; production, quality and distribution answer with their clearances. */
    @Topic("membership.members")
    record ExitRequested(UUID memberId, UUID exitId, LocalDate noticeUntil, Instant requestedAt)
            implements MembershipEvent {
        @Override
        public String subject() {
            return memberId.toString();
        }
    }

    /**
     * A membership ends by death, dissolution or expulsion, whether or not the member had asked to leave before. If it had
     * not, ExitRequested comes first.
     *
     * @param reference the document that says so; the proposal for an expulsion
     */
    @Topic("membership.members")
    record ExitRecorded(UUID memberId, UUID exitId, EndKind kind, String reference, Instant recordedAt)
            implements MembershipEvent {
        @Override
        public String subject() {
            return memberId.toString();
        }
    }

    /** The member stays: it withdrew before its share was valued, or its death or dissolution was recorded by mistake. */
    @Topic("membership.members")
    record ExitWithdrawn(UUID memberId, UUID exitId) implements MembershipEvent {
        @Override
        public String subject() {
            return memberId.toString();
        }
    }

    /**
     * The membership has ended and everything is paid.
     *
     * @param members N that remain
     */
    @Topic("membership.members")
    record MemberLeft(UUID memberId, UUID exitId, LocalDate leftOn, long members) implements MembershipEvent {
        @Override
        public String subject() {
            return memberId.toString();
        }
    }
}
