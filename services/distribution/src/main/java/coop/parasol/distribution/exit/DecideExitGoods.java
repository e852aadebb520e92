package coop.parasol.distribution.exit;

import coop.parasol.contracts.ChoiceEnding;
import coop.parasol.contracts.DistributionEvent.ConsignmentPurchased;
import coop.parasol.contracts.DistributionEvent.GoodsTakenBack;
import coop.parasol.contracts.DistributionEvent.PaidGoods;
import coop.parasol.contracts.Money;
import coop.parasol.contracts.Quantity;
import coop.parasol.distribution.exit.rules.GoodsOffer;
import coop.parasol.distribution.stock.BatchRepository;
import coop.parasol.distribution.stock.CertificateState;
import coop.parasol.distribution.stock.UnsoldGoodsRepository;
import coop.parasol.distribution.stock.UnsoldGoodsRepository.UnsoldGoods;
import coop.parasol.firm.FirmClock;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Outbox;
import coop.parasol.web.Refusal;
import coop.parasol.web.SecondPerson;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the desk does with the goods of a leaving member: hands over what the member takes back, and buys in, by two persons, what it
 * has offered, or declines it (ADR 0047). A product is locked first, then the exit, then the goods.
 */
@ApplicationScoped
class DecideExitGoods {

    private final LockExitGoods lockExitGoods;
    private final GoodsPurchasePrice purchasePrice;
    private final GoodsDeadlines deadlines;
    private final BatchRepository batches;
    private final UnsoldGoodsRepository unsoldGoods;
    private final EndGoodsChoice endGoodsChoice;
    private final ClearExits clearExits;
    private final Outbox outbox;
    private final FirmClock clock;
    private final FirmCurrency currency;

    DecideExitGoods(
            LockExitGoods lockExitGoods,
            GoodsPurchasePrice purchasePrice,
            GoodsDeadlines deadlines,
            BatchRepository batches,
            UnsoldGoodsRepository unsoldGoods,
            EndGoodsChoice endGoodsChoice,
            ClearExits clearExits,
            Outbox outbox,
            FirmClock clock,
            FirmCurrency currency) {
        this.lockExitGoods = lockExitGoods;
        this.purchasePrice = purchasePrice;
        this.deadlines = deadlines;
        this.batches = batches;
        this.unsoldGoods = unsoldGoods;
        this.endGoodsChoice = endGoodsChoice;
        this.clearExits = clearExits;
        this.outbox = outbox;
        this.clock = clock;
        this.currency = currency;
    }

    sealed interface Outcome permits Done, Refused {}

    record Done(ExitGoods goods) implements Outcome {}

    record Refused(Refusal reason) implements Outcome {}

    /** A lot of an open exit that is to be decided about, locked with its exit. */
    private record Undecided(ExitClearance exit, ExitGoods goods, BatchRepository.Lot lot) {}

    /** The member has taken back what was set aside: it leaves the stock, and is not certified any more. */
    Outcome handOver(UUID exitId, UUID batchId, Cause cause) {
        Optional<Undecided> found =
                lock(exitId, batchId).filter(open -> open.goods().state == ExitGoods.State.SET_ASIDE);
        if (found.isEmpty()) {
            return notOpen(exitId, batchId, "set aside");
        }
        ExitGoods goods = found.get().goods();
        BatchRepository.Lot lot = found.get().lot();
        Optional<Refusal> refusal = notCertified(lot).or(() -> lapsed(found.get()));
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        goods.quantity = batches.takeBack(batchId);
        goods.decide(ExitGoods.State.TAKEN_BACK, cause.actor(), clock.now());
        ExitGoods.flush();
        outbox.append(
                new GoodsTakenBack(
                        goods.memberId,
                        exitId,
                        batchId,
                        lot.product(),
                        lot.lot(),
                        new Quantity(goods.quantity, lot.unit()),
                        clock.now()),
                cause);
        clearExits.decided(found.get().exit(), cause);
        return new Done(goods);
    }

    /** One person proposes what the firm pays for a unit; a later proposal replaces it. */
    Outcome propose(UUID exitId, UUID batchId, Money unitPrice, Cause cause) {
        Optional<Undecided> found = lockOffer(exitId, batchId);
        if (found.isEmpty()) {
            return notOpen(exitId, batchId, "offered");
        }
        ExitGoods goods = found.get().goods();
        Optional<Refusal> refusal = notCertified(found.get().lot())
                .or(() -> lapsed(found.get()))
                .or(() -> unsold(goods)
                        .map(unsold -> purchasePrice.refusal(unsold, unitPrice))
                        .orElseGet(() -> Optional.of(nothingLeft())));
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        goods.state = ExitGoods.State.PROPOSED;
        goods.unitPrice = unitPrice.minor();
        goods.proposedBy = cause.actor();
        goods.proposedAt = clock.now();
        ExitGoods.flush();
        return new Done(goods);
    }

    /**
     * The second person agrees: what is unsold now is the firm's own, at the price that was proposed.
     *
     * @param expectedVersion of the proposal that this person has seen; null for whichever it is
     */
    Outcome approve(UUID exitId, UUID batchId, @Nullable Long expectedVersion, Cause cause) {
        Optional<Undecided> found =
                lockOffer(exitId, batchId).filter(open -> open.goods().state == ExitGoods.State.PROPOSED);
        if (found.isEmpty()) {
            return notOpen(exitId, batchId, "proposed to be bought");
        }
        ExitGoods goods = found.get().goods();
        if (expectedVersion != null && expectedVersion != goods.version) {
            return new Refused(new Refusal.ChangedMeanwhile(goods.version));
        }
        Money unitPrice = currency.money(Objects.requireNonNull(goods.unitPrice));
        Optional<UnsoldGoods> unsold = unsold(goods);
        Optional<Refusal> refusal = SecondPerson.refusal(Objects.requireNonNull(goods.proposedBy), cause.actor())
                .or(() -> notCertified(found.get().lot()))
                .or(() -> lapsed(found.get()))
                .or(() -> unsold.map(left -> purchasePrice.refusal(left, unitPrice))
                        .orElseGet(() -> Optional.of(nothingLeft())));
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        buy(goods, unsold.orElseThrow(), unitPrice, cause);
        clearExits.decided(found.get().exit(), cause);
        return new Done(goods);
    }

    /** The firm does not buy the goods: they stay in the pools. */
    Outcome decline(UUID exitId, UUID batchId, Cause cause) {
        Optional<Undecided> found = lockOffer(exitId, batchId);
        if (found.isEmpty()) {
            return notOpen(exitId, batchId, "offered");
        }
        Optional<Refusal> refusal = outOfDate(found.get().lot()).or(() -> lapsed(found.get()));
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        ExitGoods goods = found.get().goods();
        endGoodsChoice.end(List.of(new EndGoodsChoice.Ended(goods, found.get().lot(), ChoiceEnding.DECLINED)), cause);
        clearExits.decided(found.get().exit(), cause);
        return new Done(ExitGoods.lock(exitId, batchId).orElseThrow());
    }

    private void buy(ExitGoods goods, UnsoldGoods unsold, Money unitPrice, Cause cause) {
        Money amount = GoodsOffer.amount(unitPrice, unsold.quantity());
        unsoldGoods.transferToFirm(List.of(unsold));
        goods.quantity = unsold.quantity();
        goods.decide(ExitGoods.State.BOUGHT, cause.actor(), clock.now());
        ExitGoods.flush();
        outbox.append(
                new ConsignmentPurchased(
                        goods.id,
                        goods.memberId,
                        goods.exitId,
                        List.of(new PaidGoods(
                                unsold.product(),
                                unsold.grade(),
                                unsold.batchId(),
                                goods.memberId,
                                new Quantity(unsold.quantity(), unsold.unit()),
                                amount)),
                        amount,
                        clock.now()),
                cause);
    }

    /** Empty where the exit is not open, or the batch is none of it, or has not become stock. */
    private Optional<Undecided> lock(UUID exitId, UUID batchId) {
        return lockExitGoods
                .open(exitId)
                .flatMap(exit -> ExitGoods.lock(exitId, batchId)
                        .flatMap(goods -> Optional.ofNullable(
                                        batches.lots(List.of(batchId)).get(batchId))
                                .map(lot -> new Undecided(exit, goods, lot))));
    }

    private Optional<Undecided> lockOffer(UUID exitId, UUID batchId) {
        return lock(exitId, batchId).filter(open -> open.goods().isOpenOffer());
    }

    private Optional<UnsoldGoods> unsold(ExitGoods goods) {
        return unsoldGoods.ofBatch(goods.memberId, goods.batchId);
    }

    /** Why it is too late to do what the member has chosen, though nothing has closed it yet; empty if it is not. */
    private Optional<Refusal> lapsed(Undecided open) {
        return deadlines
                .lastDay(deadlines.limits(), open.exit(), open.goods(), open.lot())
                .filter(deadlines::hasPassed)
                .map(day -> new Refusal.Conflict(
                        "choice-lapsed",
                        "This could be done until %s; lot %s stays in the pools."
                                .formatted(day, open.lot().lot())));
    }

    /** Why nothing of the lot is handed over or bought now; empty if it may be. */
    private Optional<Refusal> notCertified(BatchRepository.Lot lot) {
        return switch (lot.certificateState()) {
            case SUSPENDED ->
                Optional.of(new Refusal.Conflict(
                        "suspended-goods", "Lot %s is suspended; quality decides first.".formatted(lot.lot())));
            case RECALLED ->
                Optional.of(new Refusal.Conflict("recalled-goods", "Lot %s is recalled.".formatted(lot.lot())));
            case EXPIRED, CERTIFIED -> outOfDate(lot);
        };
    }

    private Optional<Refusal> outOfDate(BatchRepository.Lot lot) {
        return lot.certificateState() == CertificateState.EXPIRED || lot.isOutOfDate(clock.today())
                ? Optional.of(new Refusal.Conflict(
                        "expired-goods", "The last day of sale of lot %s is over.".formatted(lot.lot())))
                : Optional.empty();
    }

    private static Refusal nothingLeft() {
        return new Refusal.Conflict("nothing-left", "Nothing of the lot is unsold any more.");
    }

    private static Outcome notOpen(UUID exitId, UUID batchId, String state) {
        return ExitGoods.count("exitId = ?1 and batchId = ?2", exitId, batchId) == 0
                ? new Refused(new Refusal.NotFound("goods of the exit", batchId))
                : new Refused(new Refusal.Conflict(
                        "not-open", "The lot is not " + state + " in this exit, or the exit is cleared."));
    }
}
