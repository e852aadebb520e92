package coop.parasol.membership.member;

import coop.parasol.membership.member.rules.MemberState;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What other features ask about members: who they are, where they are paid, and whether they still belong to the firm. */
@ApplicationScoped
public class MemberRegister {

    private final Jdbi jdbi;

    MemberRegister(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * A member.
     *
     * @param address absent if the firm has named none
     * @param iban absent if it has named no bank account
     * @param holdsShare whether its share is issued and not cancelled
     */
    public record MemberSummary(
            UUID memberId,
            String name,
            String registrationNumber,
            MemberState state,
            @Nullable Address address,
            @Nullable String iban,
            boolean holdsShare) {}

    /** Any firm that has ever applied. */
    public Optional<MemberSummary> find(UUID memberId) {
        return Member.<Member>findByIdOptional(memberId)
                .map(member -> new MemberSummary(
                        member.id,
                        member.name,
                        member.registrationNumber,
                        member.state,
                        Address.of(member),
                        member.iban,
                        member.holdsShare()));
    }

    /** Whether a firm of this id has ever applied. */
    public boolean exists(UUID memberId) {
        return Member.count("id", memberId) > 0;
    }

    /** Whether the member owns a share and has not asked to leave. */
    public boolean isActive(UUID memberId) {
        return Member.count("id = ?1 and state = ?2", memberId, MemberState.ACTIVE) > 0;
    }

    /** How many members are active: one vote each. */
    public long countActive() {
        return Member.count("state", MemberState.ACTIVE);
    }

    /** The names of members by their ids. */
    public Map<UUID, String> names(Collection<UUID> memberIds) {
        return jdbi.withHandle(handle -> handle.createQuery("select id, name from member where id = any(:ids)")
                .bindArray("ids", UUID.class, memberIds)
                .reduceRows(new java.util.HashMap<>(), (names, row) -> {
                    names.put(row.getColumn("id", UUID.class), row.getColumn("name", String.class));
                    return names;
                }));
    }
}
