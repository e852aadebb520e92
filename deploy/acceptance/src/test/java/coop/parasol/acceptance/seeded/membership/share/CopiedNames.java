package coop.parasol.acceptance.seeded.membership.share;

import coop.parasol.acceptance.seeded.messaging.ReadModel;
import coop.parasol.contracts.MembershipEvent.MemberRenamed;
import coop.parasol.contracts.MembershipEvent.PersonErased;
import java.util.List;

/** A read model whose declaration is not whole. */
public final class CopiedNames implements ReadModel {

    @Override
    public List<Class<?>> projections() {
        return List.of(MemberRenamed.class, PersonErased.class);
    }

    void write() {}
}
