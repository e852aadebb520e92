package coop.parasol.membership.exit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** What was said and shown when a member left, and how it is erased. */
@ApplicationScoped
public class ExitWords {

    private static final String ERASED = "erased";

    private final Jdbi jdbi;

    ExitWords(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Erases why a member left, and the accounts that others have named for it with their proofs.
     *
     * @return how many rows had any of it
     */
    public int eraseReasons(UUID memberId) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                update exit_case
                                   set reason = null, version = version + 1,
                                       reversal_reason = case when reversal_reason is null then null else :erased end
                                 where member_id = :member
                                   and (reason is not null or coalesce(reversal_reason, :erased) <> :erased)
                                """)
                        .bind("erased", ERASED)
                        .bind("member", memberId)
                        .execute()
                + handle.createUpdate("""
                                update bank_account_proposal set iban = null, iban_before = null, proof = null
                                 where member_id = :member and num_nonnulls(iban, iban_before, proof) > 0
                                """).bind("member", memberId).execute());
    }

    /**
     * Erases which document has proved a death or a dissolution.
     *
     * @return how many rows had one
     */
    public int eraseDocuments(UUID memberId) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        update exit_case set document = :erased, version = version + 1
                         where member_id = :member and document <> :erased
                        """)
                .bind("erased", ERASED)
                .bind("member", memberId)
                .execute());
    }
}
