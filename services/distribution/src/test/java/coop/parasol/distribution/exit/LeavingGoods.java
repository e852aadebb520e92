package coop.parasol.distribution.exit;

import coop.parasol.contracts.GovernanceEvent.BylawsChanged;
import coop.parasol.contracts.MembershipEvent.ChosenGoods;
import coop.parasol.contracts.MembershipEvent.ExitBinding;
import coop.parasol.contracts.MembershipEvent.ExitRequested;
import coop.parasol.contracts.MembershipEvent.ExitWithdrawn;
import coop.parasol.contracts.MembershipEvent.GoodsChoice;
import coop.parasol.contracts.Money;
import coop.parasol.contracts.QualityEvent.QualityCleared;
import coop.parasol.distribution.UseCases;
import coop.parasol.distribution.bylaws.OnBylawsChanged;
import coop.parasol.distribution.conservation.CheckConservation;
import coop.parasol.messaging.Cause;
import coop.parasol.web.Refusal;
import io.quarkus.arc.Unremovable;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is told and decided about a leaving member's goods, for tests. */
@ApplicationScoped
@Unremovable
class LeavingGoods {

    private final UseCases useCases;
    private final OnExitRequested onExitRequested;
    private final OnExitBinding onExitBinding;
    private final OnExitWithdrawn onExitWithdrawn;
    private final OnQualityCleared onQualityCleared;
    private final OnBylawsChanged onBylawsChanged;
    private final DecideExitGoods decideExitGoods;
    private final CheckConservation checkConservation;

    LeavingGoods(
            UseCases useCases,
            OnExitRequested onExitRequested,
            OnExitBinding onExitBinding,
            OnExitWithdrawn onExitWithdrawn,
            OnQualityCleared onQualityCleared,
            OnBylawsChanged onBylawsChanged,
            DecideExitGoods decideExitGoods,
            CheckConservation checkConservation) {
        this.useCases = useCases;
        this.onExitRequested = onExitRequested;
        this.onExitBinding = onExitBinding;
        this.onExitWithdrawn = onExitWithdrawn;
        this.onQualityCleared = onQualityCleared;
        this.onBylawsChanged = onBylawsChanged;
        this.decideExitGoods = decideExitGoods;
        this.checkConservation = checkConservation;
    }

    /** The bylaws that every firm is founded with. */
    void bylaws() {
        run(() -> onBylawsChanged.on(
                new BylawsChanged(
                        2,
                        null,
                        useCases.now(),
                        Map.of(
                                "goodsPurchaseTier",
                                "RETAIL",
                                "goodsOfferDays",
                                "30",
                                "goodsCollectionDays",
                                "20",
                                "lastStatementMonths",
                                "6")),
                UseCases.envelope()));
    }

    UUID requested(UUID member) {
        UUID exit = UUID.randomUUID();
        run(() -> onExitRequested.on(
                new ExitRequested(member, exit, useCases.today(), useCases.now()), UseCases.envelope()));
        return exit;
    }

    static ChosenGoods chosen(UUID batch, GoodsChoice choice) {
        return new ChosenGoods(batch, choice);
    }

    void bound(UUID member, UUID exit, ChosenGoods... goods) {
        run(() -> onExitBinding.on(
                new ExitBinding(member, exit, useCases.now(), Arrays.asList(goods)), UseCases.envelope()));
    }

    void withdrawn(UUID member, UUID exit) {
        run(() -> onExitWithdrawn.on(new ExitWithdrawn(member, exit), UseCases.envelope()));
    }

    void clearedByQuality(UUID member, UUID exit, long batches) {
        run(() -> onQualityCleared.on(new QualityCleared(member, exit, batches), UseCases.envelope()));
    }

    DecideExitGoods.Outcome handOver(UUID exit, UUID batch) {
        return call(() -> decideExitGoods.handOver(exit, batch, UseCases.CAUSE));
    }

    DecideExitGoods.Outcome propose(UUID exit, UUID batch, String unitPrice, String actor) {
        return call(() -> decideExitGoods.propose(exit, batch, Money.of(unitPrice, "INR"), Cause.of(actor)));
    }

    /** Of the proposal as it is. */
    DecideExitGoods.Outcome approve(UUID exit, UUID batch, String actor) {
        return approve(exit, batch, null, actor);
    }

    DecideExitGoods.Outcome approve(UUID exit, UUID batch, @Nullable Long version, String actor) {
        return call(() -> decideExitGoods.approve(exit, batch, version, Cause.of(actor)));
    }

    DecideExitGoods.Outcome decline(UUID exit, UUID batch) {
        return call(() -> decideExitGoods.decline(exit, batch, UseCases.CAUSE));
    }

    ExitClearance.State state(UUID exit) {
        return call(() -> ExitClearance.<ExitClearance>findById(exit).state);
    }

    List<ExitGoods> goods(UUID exit) {
        return call(() -> ExitGoods.<ExitGoods>list("exitId = ?1 order by batchId", exit));
    }

    boolean isConserved() {
        return call(() -> checkConservation.check().conserved());
    }

    static void run(Runnable work) {
        QuarkusTransaction.requiringNew().run(work);
    }

    static <T> T call(java.util.concurrent.Callable<T> work) {
        return QuarkusTransaction.requiringNew().call(work);
    }

    /** The code of a refusal, or {@code done}. */
    static String code(DecideExitGoods.Outcome outcome) {
        return switch (outcome) {
            case DecideExitGoods.Done done -> "done";
            case DecideExitGoods.Refused refused ->
                switch (refused.reason()) {
                    case Refusal.Conflict conflict -> conflict.code();
                    case Refusal.Forbidden forbidden -> forbidden.code();
                    case Refusal.InvalidField invalid -> invalid.code();
                    case Refusal.InvalidFields several -> "invalid-fields";
                    case Refusal.NotFound notFound -> "not-found";
                    case Refusal.ChangedMeanwhile changed -> "changed";
                    case Refusal.VersionNeeded needed -> "version-needed";
                };
        };
    }
}
