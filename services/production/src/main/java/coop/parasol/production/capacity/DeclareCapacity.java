package coop.parasol.production.capacity;

import coop.parasol.contracts.Period;
import coop.parasol.contracts.ProductionEvent.CapacityDeclared;
import coop.parasol.contracts.Quantity;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Outbox;
import coop.parasol.production.freeze.PlanningFreeze;
import coop.parasol.production.member.Member;
import coop.parasol.production.product.Product;
import coop.parasol.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A producer declares how much it could make of a product in an ISO week; a later declaration replaces an earlier one. */
@ApplicationScoped
class DeclareCapacity {

    private final PlanningFreeze freeze;
    private final Outbox outbox;

    DeclareCapacity(PlanningFreeze freeze, Outbox outbox) {
        this.freeze = freeze;
        this.outbox = outbox;
    }

    /** @param quantity zero or more */
    record Declaration(UUID memberId, String product, Period period, Quantity quantity) {}

    sealed interface Outcome {}

    record Declared(Capacity capacity) implements Outcome {}

    record Refused(Refusal reason) implements Outcome {}

    /** @param expectedVersion of the earlier declaration, 0 if there is none; null for any */
    Outcome declare(Declaration declaration, @Nullable Long expectedVersion, Cause cause) {
        Optional<Refusal> refusal = refusal(declaration);
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        Capacity capacity = Capacity.findOrCreate(declaration.memberId(), declaration.product(), declaration.period());
        if (expectedVersion != null && expectedVersion != capacity.version) {
            return new Refused(new Refusal.ChangedMeanwhile(capacity.version));
        }
        capacity.quantity = declaration.quantity().value();
        capacity.unit = declaration.quantity().unit();
        capacity.persistAndFlush();
        outbox.append(
                new CapacityDeclared(
                        declaration.memberId(), declaration.product(), declaration.period(), declaration.quantity()),
                cause);
        return new Declared(capacity);
    }

    private Optional<Refusal> refusal(Declaration declaration) {
        boolean active = Member.lock(declaration.memberId())
                .filter(member -> member.state == Member.State.ACTIVE)
                .isPresent();
        if (!active) {
            return Optional.of(new Refusal.Conflict("member-not-active", "Only an active member declares a capacity."));
        }
        if (declaration.quantity().isNegative()) {
            return Optional.of(new Refusal.InvalidField("quantity.value", "negative", "A capacity is zero or more."));
        }
        return freeze.refusalToPlan(declaration.period())
                .or(() -> Product.refusal(declaration.product(), declaration.quantity()));
    }
}
