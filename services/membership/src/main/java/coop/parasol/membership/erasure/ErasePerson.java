package coop.parasol.membership.erasure;

import coop.parasol.contracts.MembershipEvent.PersonErased;
import coop.parasol.firm.FirmClock;
import coop.parasol.membership.books.ledger.Journal;
import coop.parasol.membership.erasure.rules.ErasureRules;
import coop.parasol.membership.member.Member;
import coop.parasol.membership.member.rules.MemberState;
import coop.parasol.membership.pool.MemberPools;
import coop.parasol.membership.treasury.payment.PayeeNames;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Outbox;
import coop.parasol.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Erases what is personal of a firm that has left or was refused, here and, by the event, in every service. What the law makes
 * the firm keep stays until its time is over; then it is erased by asking again. Of the books words are erased and nothing
 * else, so that their chain is unbroken.
 */
@ApplicationScoped
class ErasePerson {

    private final PersonalData personalData;
    private final PayeeNames payeeNames;
    private final Journal journal;
    private final MemberPools pools;
    private final FirmClock clock;
    private final Outbox outbox;
    private final int yearsKept;

    ErasePerson(
            PersonalData personalData,
            PayeeNames payeeNames,
            Journal journal,
            MemberPools pools,
            FirmClock clock,
            Outbox outbox,
            @ConfigProperty(name = "parasol.firm.retention-years") int yearsKept) {
        this.personalData = personalData;
        this.payeeNames = payeeNames;
        this.journal = journal;
        this.pools = pools;
        this.clock = clock;
        this.outbox = outbox;
        this.yearsKept = yearsKept;
    }

    /**
     * What was erased or would be, and what is kept.
     *
     * @param erasedAt absent while nothing is erased
     * @param keptUntil last day; absent where nothing is kept
     * @param objection why it is not erased now; absent if it may be
     */
    record Report(
            UUID memberId,
            @Nullable Instant erasedAt,
            List<PersonalData.Erased> erased,
            List<String> erasable,
            List<String> kept,
            @Nullable LocalDate keptUntil,
            ErasureRules.@Nullable Objection objection) {}

    sealed interface Outcome permits Done, Refused {}

    record Done(Report report) implements Outcome {}

    record Refused(Refusal reason) implements Outcome {}

    /** What erasing would do now. */
    Optional<Report> preview(UUID memberId) {
        return Member.<Member>findByIdOptional(memberId).map(member -> report(member, List.of()));
    }

    Outcome erase(UUID memberId, Cause cause) {
        Optional<Member> locked = Member.lock(memberId);
        if (locked.isEmpty()) {
            return new Refused(new Refusal.NotFound("member", memberId));
        }
        Member member = locked.get();
        Optional<ErasureRules.Objection> objection = objection(member);
        if (objection.isPresent()) {
            return new Refused(refusal(objection.get(), member));
        }
        if (member.erasedAt == null) {
            member.erasedAt = clock.now();
            Member.flush();
            outbox.append(new PersonErased(memberId, member.erasedAt), cause);
        }
        return new Done(report(member, personalData.erase(memberId, needsNoBooks(member))));
    }

    private Report report(Member member, List<PersonalData.Erased> erased) {
        boolean all = needsNoBooks(member);
        List<String> atOnce = personalData.names(false);
        List<String> ofTheBooks = personalData.names(true);
        return new Report(
                member.id,
                member.erasedAt,
                erased,
                all ? Stream.concat(atOnce.stream(), ofTheBooks.stream()).toList() : atOnce,
                all ? List.of() : ofTheBooks,
                all ? null : keptUntil(member).orElse(null),
                objection(member).orElse(null));
    }

    /** Whether it never was in the books, or the time for which they are kept is over. */
    private boolean needsNoBooks(Member member) {
        return member.state == MemberState.REFUSED
                || keptUntil(member).map(clock.today()::isAfter).orElse(false);
    }

    /** The last day on which books are kept that name the member; empty before its membership has ended. */
    private Optional<LocalDate> keptUntil(Member member) {
        return Optional.ofNullable(member.leftAt)
                .map(left -> ErasureRules.keptUntil(
                        clock.financialYear(clock.day(left)).lastDay(), yearsKept));
    }

    private Optional<ErasureRules.Objection> objection(Member member) {
        boolean isOver = member.state == MemberState.REFUSED || member.leftAt != null;
        return ErasureRules.objection(
                isOver,
                payeeNames.countUnpaid(member.id),
                journal.countOpenAccounts(member.id),
                pools.isOpen(member.id));
    }

    private static Refusal refusal(ErasureRules.Objection objection, Member member) {
        return switch (objection) {
            case NOT_LEFT ->
                new Refusal.Conflict("not-left", "The member is " + member.state + "; only who has left is erased.");
            case STILL_OWED ->
                new Refusal.Conflict("still-owed", "Accounts of the member are open; it is erased when all is paid.");
            case POOLS_OPEN ->
                new Refusal.Conflict(
                        "pools-open",
                        "Goods of the member are still in pools; it is erased when the last one is closed and paid.");
        };
    }
}
