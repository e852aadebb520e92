package coop.parasol.distribution.exit;

import coop.parasol.contracts.ChoiceEnding;
import coop.parasol.distribution.exit.rules.GoodsCollection;
import coop.parasol.distribution.exit.rules.GoodsOffer;
import coop.parasol.distribution.stock.BatchRepository.Lot;
import coop.parasol.distribution.stock.CertificateState;
import coop.parasol.firm.FirmClock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Until when what a leaving member has chosen for a lot can be done; it is the day that counts, not when {@link LapseGoodsChoices} looks. */
@ApplicationScoped
class GoodsDeadlines {

    private final ExitGoodsBylaws bylaws;
    private final FirmClock clock;

    GoodsDeadlines(ExitGoodsBylaws bylaws, FirmClock clock) {
        this.bylaws = bylaws;
        this.clock = clock;
    }

    /** What the bylaws say about deadlines; each is empty until membership has told it. */
    record Limits(Optional<Integer> offerDays, Optional<Integer> collectionDays, Optional<Integer> statementMonths) {}

    /** Read once for many lots. */
    Limits limits() {
        return new Limits(bylaws.offerDays(), bylaws.collectionDays(), bylaws.statementMonths());
    }

    /**
     * The last day of an offer, or of what is set aside; of what is suspended, until when it is waited for. None is after the lot's last
     * day of sale.
     *
     * @param exit of the goods, which is binding
     * @return empty for what has no last day: it is decided or waits to become stock, or the lot does not age and membership has not told
     *     the bylaws yet
     */
    Optional<LocalDate> lastDay(Limits limits, ExitClearance exit, ExitGoods goods, Lot lot) {
        return switch (goods.state) {
            case OFFERED, PROPOSED, SET_ASIDE -> {
                LocalDate lastDay = bylawsDay(limits, exit, goods, lot.certificateState())
                        .filter(day -> day.isBefore(lot.expiry()))
                        .orElse(lot.expiry());
                yield lastDay.equals(LocalDate.MAX) ? Optional.empty() : Optional.of(lastDay);
            }
            case WAITING, TAKEN_BACK, BOUGHT, DECLINED, LAPSED -> Optional.empty();
            case UNCOLLECTED, STILL_SUSPENDED, NOTHING_LEFT, RECALLED, EXPIRED, WITHDRAWN -> Optional.empty();
        };
    }

    /** Why what has a last day has ended with it; empty before. Of several days that are over the first one counts. */
    Optional<ChoiceEnding> ending(Limits limits, ExitClearance exit, ExitGoods goods, Lot lot) {
        return lastDay(limits, exit, goods, lot).filter(this::hasPassed).map(day -> {
            if (day.equals(lot.expiry())) {
                return ChoiceEnding.EXPIRED;
            }
            if (goods.isOpenOffer()) {
                return ChoiceEnding.LAPSED;
            }
            return lot.certificateState() == CertificateState.SUSPENDED
                    ? ChoiceEnding.STILL_SUSPENDED
                    : ChoiceEnding.UNCOLLECTED;
        });
    }

    private Optional<LocalDate> bylawsDay(
            Limits limits, ExitClearance exit, ExitGoods goods, CertificateState certificateState) {
        return switch (goods.state) {
            case OFFERED, PROPOSED -> limits.offerDays().map(days -> GoodsOffer.openUntil(day(exit.boundAt), days));
            case SET_ASIDE ->
                certificateState == CertificateState.SUSPENDED
                        ? limits.statementMonths()
                                .map(months -> GoodsCollection.suspendedUntil(day(exit.boundAt), months))
                        : limits.collectionDays()
                                .map(days -> GoodsCollection.openUntil(day(goods.collectableSince), days));
            case WAITING, TAKEN_BACK, BOUGHT, DECLINED, LAPSED -> Optional.empty();
            case UNCOLLECTED, STILL_SUSPENDED, NOTHING_LEFT, RECALLED, EXPIRED, WITHDRAWN -> Optional.empty();
        };
    }

    boolean hasPassed(LocalDate lastDay) {
        return clock.today().isAfter(lastDay);
    }

    private LocalDate day(@Nullable Instant at) {
        return clock.day(Objects.requireNonNull(at));
    }
}
