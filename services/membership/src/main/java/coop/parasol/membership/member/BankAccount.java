package coop.parasol.membership.member;

import coop.parasol.contracts.MembershipEvent.BankAccountChanged;
import coop.parasol.firm.FirmClock;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Ids;
import coop.parasol.messaging.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Objects;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Where a member is paid; whoever changes it is recorded with the account before. */
@ApplicationScoped
public class BankAccount {

    private final Jdbi jdbi;
    private final FirmClock clock;
    private final Outbox outbox;

    BankAccount(Jdbi jdbi, FirmClock clock, Outbox outbox) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.outbox = outbox;
    }

    /**
     * Changes the account, records who has done so, and says that it was changed.
     *
     * @param member locked
     * @param iban valid and normalized; absent where the member has no account any more
     * @param actor who changes it
     */
    public void change(Member member, @Nullable String iban, String actor) {
        if (Objects.equals(iban, member.iban)) {
            return;
        }
        Instant now = clock.now();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into bank_account_change (id, member_id, iban_before, iban_after, changed_by, changed_at)
                        values (:id, :member, :before, :after, :actor, :now)
                        """)
                .bind("id", Ids.next())
                .bind("member", member.id)
                .bindByType("before", member.iban, String.class)
                .bindByType("after", iban, String.class)
                .bind("actor", actor)
                .bind("now", now)
                .execute());
        member.iban = iban;
        Member.flush();
        outbox.append(new BankAccountChanged(member.id, now), Cause.of(actor));
    }
}
