package coop.parasol.membership.treasury.payment;

import coop.parasol.persistence.ErasedText;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** To whom the firm has paid, and how the names and accounts are erased when they need not be kept any more. */
@ApplicationScoped
public class PayeeNames {

    private final Jdbi jdbi;

    PayeeNames(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** How many amounts the member is still to be paid. */
    public long countUnpaid(UUID memberId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select count(*) from payable where member_id = :member and state in ('OPEN', 'HELD', 'IN_RUN')")
                .bind("member", memberId)
                .mapTo(Long.class)
                .one());
    }

    /**
     * Erases names, accounts and words of what was paid to a member.
     *
     * @return how many payables had any
     */
    public int erase(UUID memberId) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        update payable
                           set narrative = :erased,
                               creditor = case when creditor is null then null else :erased end,
                               iban = case when iban is null then null else :erased end,
                               rejected_creditor = case when rejected_creditor is null then null else :erased end,
                               rejected_iban = case when rejected_iban is null then null else :erased end,
                               return_reason = case when return_reason is null then null else :erased end
                         where member_id = :member and narrative <> :erased
                        """)
                        .bind("erased", ErasedText.ERASED)
                        .bind("member", memberId)
                        .execute()
                + handle.createUpdate("""
                                update payable_history set detail = null
                                 where detail is not null
                                   and payable_id in (select id from payable where member_id = :member)
                                """).bind("member", memberId).execute()
                + handle.createUpdate("""
                                update hold_decision set reason = null, version = version + 1
                                 where reason is not null
                                   and payable_id in (select id from payable where member_id = :member)
                                """).bind("member", memberId).execute());
    }
}
