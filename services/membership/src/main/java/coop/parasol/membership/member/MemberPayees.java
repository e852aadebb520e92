package coop.parasol.membership.member;

import coop.parasol.membership.treasury.payment.PayeeDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Names and bank accounts of members, for payments to them. */
@ApplicationScoped
class MemberPayees implements PayeeDirectory {

    private final Jdbi jdbi;

    MemberPayees(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public List<Payee> payees(Collection<UUID> memberIds) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select id as member_id, name, iban, login_reset_at from member where id = any(:ids)")
                .bindArray("ids", UUID.class, memberIds)
                .mapTo(Payee.class)
                .list());
    }
}
