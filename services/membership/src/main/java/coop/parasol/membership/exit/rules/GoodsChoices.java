package coop.parasol.membership.exit.rules;

import coop.parasol.contracts.MembershipEvent.ChosenGoods;
import coop.parasol.contracts.MembershipEvent.GoodsChoice;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What a leaving member may choose for its unsold goods, and until when. */
public final class GoodsChoices {

    private GoodsChoices() {}

    /** Whether it may still choose: as long as it may withdraw, until the exit is binding. */
    public static boolean isOpen(ExitKind kind, ExitState state, LocalDate noticeUntil, LocalDate today) {
        return kind.isVoluntary() && state == ExitState.REQUESTED && !ExitSettlement.isBinding(noticeUntil, today);
    }

    /**
     * What holds of the member's choices when the exit becomes binding. A death or dissolution may be reversed after that, and goods that have left cannot be
     * put back: all of them stay.
     */
    public static List<ChosenGoods> binding(ExitKind kind, List<ChosenGoods> chosen) {
        return kind.isRecorded() ? List.of() : chosen;
    }

    /** What is to be done; goods stay by themselves, whether or not they are named. */
    public static List<ChosenGoods> withoutStay(List<ChosenGoods> named) {
        return named.stream().filter(one -> one.choice() != GoodsChoice.STAY).toList();
    }

    /** The first batch that is not the member's own, or that is named twice. */
    public static Optional<Integer> firstWrong(List<ChosenGoods> chosen, Set<UUID> own) {
        Set<UUID> named = new HashSet<>();
        for (int i = 0; i < chosen.size(); i++) {
            if (!own.contains(chosen.get(i).batchId())
                    || !named.add(chosen.get(i).batchId())) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }
}
