package coop.parasol.membership.staff;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** All accounts of the firm's people together. */
@ApplicationScoped
class StaffAccounts {

    private final Jdbi jdbi;

    StaffAccounts(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Nobody else gives rights to whoever has this address until the transaction ends. */
    void lockAddress(String email) {
        jdbi.useHandle(handle -> handle.createQuery(
                        "select 1 from pg_advisory_xact_lock(hashtextextended('staff ' || :email, 0))")
                .bind("email", email)
                .mapTo(Integer.class)
                .one());
    }

    /** Nobody else takes away a registrar's account until the transaction ends. */
    void lockRegistrars() {
        jdbi.useHandle(handle -> handle.createQuery("""
            select id from staff_account where 'REGISTRAR' = any(roles) and removed_at is null order by id for update
            """).mapTo(UUID.class).list());
    }

    /** How many other accounts have the right of a registrar. */
    long otherRegistrars(UUID accountId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
            select count(*) from staff_account
             where 'REGISTRAR' = any(roles) and removed_at is null and id <> :account
            """)
                .bind("account", accountId)
                .mapTo(Long.class)
                .one());
    }
}
