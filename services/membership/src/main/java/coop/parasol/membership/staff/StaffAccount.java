package coop.parasol.membership.staff;

import coop.parasol.membership.staff.rules.StaffRole;
import coop.parasol.web.MailLanguage;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The account of a person who works at the firm, until it is removed; afterwards it says whose decisions its subject stands for. */
@Entity
public class StaffAccount extends PanacheEntityBase {

    @Id
    public UUID id;

    /** Keycloak's id of it, which each of the person's decisions names. */
    public UUID subject;

    /** By which the person signs in, in lower case. */
    public String email;

    public String name;

    /** What the person may do, names of {@link StaffRole}. */
    public List<String> roles = List.of();

    /** The auditor for whom the person acts; absent for whoever audits nothing. */
    public @Nullable UUID auditorId;

    @Enumerated(EnumType.STRING)
    public MailLanguage language;

    public String proposedBy;
    public String approvedBy;
    public Instant approvedAt;

    /** When the last invitation was mailed; absent if none could be, or the person had a password already. */
    public @Nullable Instant invitedAt;

    public @Nullable String removedBy;
    public @Nullable Instant removedAt;

    @Version
    public long version;

    Set<StaffRole> staffRoles() {
        return roles(roles);
    }

    static Set<StaffRole> roles(Collection<String> names) {
        Set<StaffRole> roles = EnumSet.noneOf(StaffRole.class);
        names.forEach(name -> roles.add(StaffRole.valueOf(name)));
        return roles;
    }

    static Optional<StaffAccount> lock(UUID id) {
        return StaffAccount.<StaffAccount>find("id", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResultOptional();
    }

    /** The account of an address that was not removed. */
    static Optional<StaffAccount> ofAddress(String email) {
        return find("email = ?1 and removedAt is null", email).singleResultOptional();
    }

    /** The same, which nobody else changes or removes until the transaction ends. */
    static Optional<StaffAccount> lockOfAddress(String email) {
        return StaffAccount.<StaffAccount>find("email = ?1 and removedAt is null", email)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResultOptional();
    }

    /** The account of a person; empty for those with whom the firm was founded. */
    static Optional<StaffAccount> ofSubject(String subject) {
        return find("cast(subject as string) = ?1", subject).singleResultOptional();
    }

    /** Whether the person may still act in a role; its token may be good for some minutes longer. */
    boolean has(StaffRole role) {
        return removedAt == null && staffRoles().contains(role);
    }

    /** The newest first, those that were removed as well. */
    static List<StaffAccount> newest(UUID before, int maxRows) {
        return StaffAccount.<StaffAccount>find("id < ?1 order by id desc", before)
                .range(0, maxRows - 1)
                .list();
    }
}
