package coop.parasol.contracts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Events of the service membership about who is a member: joining, moving, leaving. */
public sealed interface MembershipEvent extends Event {

    /** What a member firm makes its living from. */
    enum FirmKind {
        /** develops and makes end products */
        PRODUCT,
        /** works on others' products: plating, printing, embroidery */
        PROCESSING,
        BOTH
    }

    /**
     * A firm has applied for membership, and the registrar or the members have begun to deal with it. An application that nobody
     * has looked at is on no topic.
     *
     * @param memberId the id that the firm keeps as a member
     * @param name of the firm
     * @param kind what the firm makes its living from
     */
    @Topic("membership.members")
    record MemberApplied(UUID memberId, String name, FirmKind kind, Instant appliedAt) implements MembershipEvent {
        @Override
        public String subject() {
            return memberId.toString();
        }
    }

    /**
     * The application was refused by the registrar or by a vote of the members. The firm may apply again, under a new
     * member id. One that is refused at first sight is on no topic.
     *
     * @param reason who has decided: {@code registrar} or {@code vote}; the words that the applicant was given stay in membership
     */
    @Topic("membership.members")
    record ApplicationRefused(UUID memberId, String reason) implements MembershipEvent {
        @Override
        public String subject() {
            return memberId.toString();
        }
    }

    /**
     * The firm is admitted by the registrar or by a vote of the members. It owns nothing yet: the share is issued when
     * the buy-in, or its first instalment, is paid.
     *
     * @param buyInDue value of one share on that day; par value while there is no member
     * @param place the town of its address, nothing more of it; absent where it has named none
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
     * A member's address is now in another town. Quality assigns auditors by it.
     *
     * @param place the town of its address, nothing more of it
     */
    @Topic("membership.members")
    record MemberMoved(UUID memberId, String place) implements MembershipEvent {
        @Override
        public String subject() {
            return memberId.toString();
        }
    }

    /**
     * A member goes by another name. Readers that show its name show this one from now on; what was issued under the
     * earlier name keeps it.
     *
     * @param name of the firm
     */
    @Topic("membership.members")
    record MemberRenamed(UUID memberId, String name) implements MembershipEvent {

        @Override
        public String subject() {
            return memberId.toString();
        }
    }

    /**
     * The first version of {@link MemberActivatedV2}, which also had the member's e-mail address.
     *
     * @param email empty; nothing personal is on a topic any more
     * @param members number of members with this one, N
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
     * The buy-in, or its first instalment, is paid and the one share issued: from now on the firm owns 1/N, has a vote, and may
     * commit and report.
     *
     * @param members number of members with this one, N
     */
    @Topic("membership.members")
    record MemberActivatedV2(UUID memberId, String name, FirmKind kind, long members) implements MembershipEvent {
        @Override
        public String subject() {
            return memberId.toString();
        }
    }

    /**
     * A member is paid into another account from now on, or into none: it has said so, or two persons have. If it knows nothing of
     * that, somebody else is about to get its money. The account itself is on no topic.
     *
     * @param changedAt since when payments that are not under way go there
     */
    @Topic("membership.members")
    record BankAccountChanged(UUID memberId, Instant changedAt) implements MembershipEvent {
        @Override
        public String subject() {
            return memberId.toString();
        }
    }

    /**
     * Two registrars have given a member that had lost its password a new one. If it did not ask for that, somebody else is
     * about to act in its name.
     *
     * @param resetAt when the old password and all its sessions ended
     */
    @Topic("membership.members")
    record LoginReset(UUID memberId, Instant resetAt) implements MembershipEvent {
        @Override
        public String subject() {
            return memberId.toString();
        }
    }

    /**
     * Two persons have recorded who owns a member firm. Firms that have one owner are one producer wherever something is shared
     * out by producers, so that nobody gains by splitting itself. A firm of which nothing is recorded is its own owner.
     *
     * @param ownerId the same for all firms of the owner; the firm's own id where it has none in common with others
     */
    @Topic("membership.members")
    record OwnerRecorded(UUID memberId, UUID ownerId, Instant recordedAt) implements MembershipEvent {
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

    /**
     * A member has given notice, or its membership ends otherwise (see ExitRecorded). Production, quality and
     * distribution each answer with a clearance when nothing of the member is open with them.
     *
     * @param exitId the exit case, named in all events of this exit
     * @param noticeUntil last day of the notice period; before it the member may withdraw
     */
    @Topic("membership.members")
    record ExitRequested(UUID memberId, UUID exitId, LocalDate noticeUntil, Instant requestedAt)
            implements MembershipEvent {
        @Override
        public String subject() {
            return memberId.toString();
        }
    }

    /**
     * A membership ends by death, dissolution or expulsion: the registrar has recorded the document, or the members
     * have voted. If the member had not given notice before, ExitRequested comes first.
     *
     * @param reference the proposal's id for an expulsion, else the exit's; the document that proves it stays in membership
     */
    @Topic("membership.members")
    record ExitRecorded(UUID memberId, UUID exitId, EndKind kind, String reference, Instant recordedAt)
            implements MembershipEvent {
        @Override
        public String subject() {
            return memberId.toString();
        }
    }

    /** What becomes of a leaving member's unsold goods, as it has chosen. */
    enum GoodsChoice {
        /** they stay in the pools and are paid as they sell; what holds where it has chosen nothing */
        STAY,
        /** it takes them back at its own cost; they are not certified any more */
        TAKE_BACK,
        /** it offers them to the firm, which may buy them in */
        OFFER
    }

    /**
     * What a leaving member has chosen for what is unsold of a batch.
     *
     * @param choice what becomes of it
     */
    record ChosenGoods(UUID batchId, GoodsChoice choice) {}

    /**
     * The exit is binding: its notice is over, or a death, a dissolution or an expulsion was recorded. The member does not withdraw it
     * any more; production, quality and distribution clear it.
     *
     * @param boundAt the moment from which on it is not withdrawn
     * @param goods what the member has chosen for its unsold goods, batch by batch; those that are not named stay
     */
    @Topic("membership.members")
    record ExitBinding(UUID memberId, UUID exitId, Instant boundAt, List<ChosenGoods> goods)
            implements MembershipEvent {
        @Override
        public String subject() {
            return memberId.toString();
        }
    }

    /**
     * The exit is off and the member stays: it withdrew before its notice was over, or its death or dissolution was
     * recorded by mistake. Readers undo what they prepared for the exit.
     */
    @Topic("membership.members")
    record ExitWithdrawn(UUID memberId, UUID exitId) implements MembershipEvent {
        @Override
        public String subject() {
            return memberId.toString();
        }
    }

    /**
     * The membership has ended and everything that the firm owed the member is paid.
     *
     * @param members number of members that remain, N
     */
    @Topic("membership.members")
    record MemberLeft(UUID memberId, UUID exitId, LocalDate leftOn, long members) implements MembershipEvent {
        @Override
        public String subject() {
            return memberId.toString();
        }
    }

    /**
     * What is personal of a firm that has left or was refused is erased: readers erase its name, its place and stored answers to its
     * calls. What they decided about it stays, under its id.
     */
    @Topic("membership.members")
    record PersonErased(UUID memberId, Instant erasedAt) implements MembershipEvent {
        @Override
        public String subject() {
            return memberId.toString();
        }
    }
}
