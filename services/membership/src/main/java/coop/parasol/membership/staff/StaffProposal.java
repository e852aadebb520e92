package coop.parasol.membership.staff;

import coop.parasol.membership.desk.DeskProposal;
import coop.parasol.membership.staff.rules.StaffRole;
import coop.parasol.web.MailLanguage;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That a person gets rights at the firm: one person has proposed it, another is to approve it. */
@Entity
public class StaffProposal extends DeskProposal {

    /** By which the person signs in, in lower case. */
    public String email;

    public String name;

    /** All that the person may do afterwards, names of {@link StaffRole}. */
    public List<String> roles = List.of();

    /** The auditor for whom the person acts; absent for whoever audits nothing. */
    public @Nullable UUID auditorId;

    @Enumerated(EnumType.STRING)
    public MailLanguage language;

    static Optional<StaffProposal> lock(UUID id) {
        return StaffProposal.<StaffProposal>find("id", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResultOptional();
    }

    /** Proposals made before one of them, whatever became of them, the newest first. */
    static List<StaffProposal> newest(UUID before, int maxRows) {
        return StaffProposal.<StaffProposal>find("id < ?1 order by id desc", before)
                .range(0, maxRows - 1)
                .list();
    }
}
