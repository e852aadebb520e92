package coop.parasol.membership.pool;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Whether members may still get money from pools. */
@ApplicationScoped
public class MemberPools {

    private final MemberReceipts receipts;
    private final MemberGoods goods;

    MemberPools(MemberReceipts receipts, MemberGoods goods) {
        this.receipts = receipts;
        this.goods = goods;
    }

    /** Whether a statement of what partners have paid for the member's goods is still to come. */
    public boolean awaitsStatement(UUID memberId) {
        return !receipts.openAmong(List.of(memberId)).isEmpty();
    }

    /** Whether the member's last pool is not closed: receipts are not divided yet, or goods may still be sold or paid. */
    public boolean isOpen(UUID memberId) {
        return !openAmong(List.of(memberId)).isEmpty();
    }

    /** Those of the members whose last pool is not closed. */
    public Set<UUID> openAmong(Collection<UUID> memberIds) {
        Set<UUID> open = new HashSet<>(receipts.openAmong(memberIds));
        open.addAll(goods.openAmong(memberIds));
        return open;
    }

    /** Those of the members that have receipts of which a statement is still to come. */
    public Set<UUID> awaitingStatement(Collection<UUID> memberIds) {
        return receipts.openAmong(memberIds);
    }
}
