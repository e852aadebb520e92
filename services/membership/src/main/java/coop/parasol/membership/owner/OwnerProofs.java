package coop.parasol.membership.owner;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** What has proved who owns firms, and how it is erased. */
@ApplicationScoped
public class OwnerProofs {

    private final Jdbi jdbi;

    OwnerProofs(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Erases the proofs of what was decided about the owner of a firm.
     *
     * @return how many rows had any
     */
    public int erase(UUID memberId) {
        return jdbi.withHandle(
                handle -> handle.createUpdate("""
                update owner_proposal set proof = null
                 where proof is not null and :member = any(member_ids)
                """).bind("member", memberId).execute());
    }
}
