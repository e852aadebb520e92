package coop.parasol.distribution.exit;

import coop.parasol.distribution.exit.ExitClearance.OpenExit;
import coop.parasol.distribution.stock.UnsoldGoodsRepository;
import coop.parasol.distribution.stock.UnsoldGoodsRepository.UnsoldGoods;
import coop.parasol.messaging.Cause;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Clears leaving members whose last goods have run out of date: that a day passes is no event. */
@ApplicationScoped
public class ClearExitsAfterExpiry {

    /** Members cleared in one transaction, and exits read at a time. */
    private static final int BATCH_SIZE = 100;

    private final UnsoldGoodsRepository unsoldGoods;
    private final ClearExits clearExits;

    ClearExitsAfterExpiry(UnsoldGoodsRepository unsoldGoods, ClearExits clearExits) {
        this.unsoldGoods = unsoldGoods;
        this.clearExits = clearExits;
    }

    @Scheduled(every = "60s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void clear() {
        List<UUID> members = membersWithoutUnsoldGoods();
        if (!members.isEmpty()) {
            clearExits.ofMembers(members, Cause.of("distribution"));
        }
    }

    private List<UUID> membersWithoutUnsoldGoods() {
        List<UUID> found = new ArrayList<>();
        List<OpenExit> exits = ExitClearance.clearedByQuality(new UUID(0, 0), BATCH_SIZE);
        while (!exits.isEmpty() && found.size() < BATCH_SIZE) {
            List<UUID> members =
                    exits.stream().map(OpenExit::memberId).distinct().toList();
            Set<UUID> withUnsold =
                    unsoldGoods.of(members).stream().map(UnsoldGoods::memberId).collect(Collectors.toSet());
            members.stream().filter(member -> !withUnsold.contains(member)).forEach(found::add);
            exits = ExitClearance.clearedByQuality(exits.getLast().exitId(), BATCH_SIZE);
        }
        return found;
    }
}
