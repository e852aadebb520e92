package coop.parasol.membership.member;

import coop.parasol.membership.books.close.AllotteeNames;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Names of members, beside what the books allot to them. */
@ApplicationScoped
class MemberAllottees implements AllotteeNames {

    private final MemberRegister members;

    MemberAllottees(MemberRegister members) {
        this.members = members;
    }

    @Override
    public Map<UUID, String> ofAllottees(Collection<UUID> memberIds) {
        return members.names(memberIds);
    }
}
