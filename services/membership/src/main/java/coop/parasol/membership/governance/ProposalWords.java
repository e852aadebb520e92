package coop.parasol.membership.governance;

import coop.parasol.persistence.ErasedText;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** What was said in proposals about a member, and how it is erased when the minutes need not be kept any more. */
@ApplicationScoped
public class ProposalWords {

    private final Jdbi jdbi;

    ProposalWords(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Erases title and text of all votes on a member's admission or expulsion; what was decided stays.
     *
     * @return how many proposals had any
     */
    public int erase(UUID memberId) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        update proposal set title = :erased, text = null, version = version + 1
                         where subject_id = :member and (title <> :erased or text is not null)
                        """)
                .bind("erased", ErasedText.ERASED)
                .bind("member", memberId)
                .execute());
    }
}
