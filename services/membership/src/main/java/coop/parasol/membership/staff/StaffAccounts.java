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

    /** Nobody else gives or takes rights until the transaction ends. */
    void lock() {
        jdbi.useHandle(handle -> handle.execute("lock table staff_account in share row exclusive mode"));
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
