package coop.parasol.membership.exit;

import coop.parasol.persistence.ErasedText;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** What was said and shown when a member left, and how it is erased. */
@ApplicationScoped
public class ExitWords {

    private final Jdbi jdbi;

    ExitWords(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Steps whose words are reasons; the others have references of documents and of the bank, lots and numbers. */
    private static final ExitStep[] REASONED = {ExitStep.REQUESTED, ExitStep.REVERSAL_PROPOSED, ExitStep.REVERSED};

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
                        .bind("erased", ErasedText.ERASED)
                        .bind("member", memberId)
                        .execute()
                + handle.createUpdate("""
                                update exit_step set detail = null
                                 where detail is not null and step = any(:reasoned)
                                   and exit_id in (select id from exit_case where member_id = :member)
                                """)
                        .bindArray("reasoned", ExitStep.class, (Object[]) REASONED)
                        .bind("member", memberId)
                        .execute()
                + handle.createUpdate("""
                                update bank_account_proposal set iban = null, iban_before = null, proof = null
                                 where member_id = :member and num_nonnulls(iban, iban_before, proof) > 0
                                """).bind("member", memberId).execute());
    }

    /**
     * Erases which document has proved a death or a dissolution, and the words of the exit's steps and charges.
     *
     * @return how many rows had one
     */
    public int eraseDocuments(UUID memberId) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                update exit_case set document = :erased, version = version + 1
                                 where member_id = :member and document <> :erased
                                """)
                        .bind("erased", ErasedText.ERASED)
                        .bind("member", memberId)
                        .execute()
                + handle.createUpdate("""
                                update exit_step set detail = null
                                 where detail is not null
                                   and exit_id in (select id from exit_case where member_id = :member)
                                """).bind("member", memberId).execute()
                + handle.createUpdate("""
                                update recall_charge set narrative = null
                                 where narrative is not null
                                   and exit_id in (select id from exit_case where member_id = :member)
                                """).bind("member", memberId).execute());
    }
}
