package coop.parasol.membership.member;

import coop.parasol.persistence.ErasedText;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What a member has said of itself, and how it is erased when it has left. */
@ApplicationScoped
public class MemberDetails {

    private final Jdbi jdbi;

    MemberDetails(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Erases how the member is reached and paid, and why it was refused.
     *
     * @return how many rows had any of it
     */
    public int eraseContact(UUID memberId) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                update member
                                   set email = :erased, language = null, capabilities = '{}', street = null, postal_code = null, city = null,
                                       country = null, iban = null,
                                       refusal_reason = case when refusal_reason is null then null else :erased end,
                                       version = version + 1
                                 where id = :member and email <> :erased
                                """)
                        .bind("erased", ErasedText.ERASED)
                        .bind("member", memberId)
                        .execute()
                + handle.createUpdate("""
                                update bank_account_change set iban_before = null, iban_after = null
                                 where member_id = :member and num_nonnulls(iban_before, iban_after) > 0
                                """).bind("member", memberId).execute()
                + eraseChanges(handle, memberId, MemberIdentity.What.EMAIL));
    }

    /**
     * Erases who the member was.
     *
     * @return how many rows named it
     */
    public int eraseName(UUID memberId) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                update member set name = :erased, registration_number = :erased, version = version + 1
                                 where id = :member and name <> :erased
                                """)
                        .bind("erased", ErasedText.ERASED)
                        .bind("member", memberId)
                        .execute()
                + eraseChanges(handle, memberId, MemberIdentity.What.NAME));
    }

    private static int eraseChanges(Handle handle, UUID memberId, MemberIdentity.What what) {
        return handle.createUpdate("""
                        update identity_change set value_before = null, value_after = null
                         where member_id = :member and what = :what and num_nonnulls(value_before, value_after) > 0
                        """)
                .bind("member", memberId)
                .bind("what", what)
                .execute();
    }
}
