package coop.parasol.membership.member;

import coop.parasol.membership.Firm;
import coop.parasol.membership.member.rules.Iban;
import coop.parasol.messaging.Ids;
import coop.parasol.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Where a member is paid; whoever changes it is recorded with the account before. */
@ApplicationScoped
public class BankAccount {

    private final Session database;
    private final Firm firm;

    BankAccount(Session database, Firm firm) {
        this.database = database;
        this.firm = firm;
    }

    /** 422 {@code malformed-iban} if it is none. */
    public static String read(String field, String text) {
        return Iban.normal(text)
                .orElseThrow(() -> Problem.invalid(
                        field,
                        "malformed-iban",
                        "It is no IBAN: its country, its length or its check digits are wrong."));
    }

    /**
     * @param member locked
     * @param iban absent for none any more
     */
    public void change(Member member, @Nullable String iban, String actor) {
        if (Objects.equals(iban, member.iban)) {
            return;
        }
        database.createNativeMutationQuery("""
                        insert into bank_account_change (id, member_id, iban_before, iban_after, changed_by, changed_at)
                        values (?1, ?2, ?3, ?4, ?5, ?6)
                        """)
                .setParameter(1, Ids.next())
                .setParameter(2, member.id)
                .setParameter(3, member.iban, String.class)
                .setParameter(4, iban, String.class)
                .setParameter(5, actor)
                .setParameter(6, firm.now())
                .executeUpdate();
        member.iban = iban;
        Member.flush();
    }
}
