package coop.parasol.quality.standard;

import coop.parasol.contracts.QualityEvent.StandardPublished;
import coop.parasol.firm.FirmClock;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Ids;
import coop.parasol.messaging.Outbox;
import coop.parasol.quality.standard.rules.Specification;
import coop.parasol.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.Optional;

/** A second person of the quality desk publishes a draft: it is the next version of its product's standard from now on. */
@ApplicationScoped
class PublishStandard {

    private final StandardRepository standards;
    private final Outbox outbox;
    private final FirmClock clock;
    private final Event<NewStandardVersion> newVersions;

    PublishStandard(
            StandardRepository standards, Outbox outbox, FirmClock clock, Event<NewStandardVersion> newVersions) {
        this.standards = standards;
        this.outbox = outbox;
        this.clock = clock;
        this.newVersions = newVersions;
    }

    /** The outcome of approving a standard. */
    sealed interface Outcome permits Published, Refused {}

    /** The version in force; no new one if the draft says what was in force already. */
    record Published(Standard standard) implements Outcome {}

    /** Since it was drafted, the product has got a standard in another unit. */
    record Refused(Refusal reason) implements Outcome {}

    /**
     * @param draft locked and still a draft
     * @param cause whose actor is another person than the drafter
     */
    Outcome publish(StandardDraft draft, Cause cause) {
        int version = standards.lock(draft.product) + 1;
        Optional<Standard> current = Standard.current(draft.product);
        Optional<Refusal> refusal = refuseOtherUnit(current, draft.specification);
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        Standard standard = current.filter(newest -> newest.specification.equals(draft.specification))
                .orElseGet(() -> nextVersion(draft, version, cause));
        draft.published(standard.version, cause.actor(), clock.now());
        return new Published(standard);
    }

    private Standard nextVersion(StandardDraft draft, int version, Cause cause) {
        Standard standard = new Standard();
        standard.id = Ids.next();
        standard.product = draft.product;
        standard.version = version;
        standard.name = draft.specification.name();
        standard.unit = draft.specification.unit();
        standard.specification = draft.specification;
        standard.draftedBy = draft.draftedBy;
        standard.publishedBy = cause.actor();
        standard.publishedAt = clock.now();
        standard.persistAndFlush();
        standards.setVersion(draft.product, version);
        outbox.append(event(standard), cause);
        newVersions.fire(new NewStandardVersion(standard, cause));
        return standard;
    }

    /** Prices, stock and pools count a product in one unit, so it never changes from one version to the next. */
    static Optional<Refusal> refuseOtherUnit(Optional<Standard> current, Specification specification) {
        return current.map(standard -> standard.unit)
                .filter(unit -> !unit.equals(specification.unit()))
                .map(unit -> new Refusal.InvalidField(
                        "unit",
                        "unit-changed",
                        "The product is counted in " + unit + ", and the unit of a product never changes. Publish"
                                + " the standard under a new product code."));
    }

    private static StandardPublished event(Standard standard) {
        Specification specification = standard.specification;
        return new StandardPublished(
                standard.product,
                standard.version,
                specification.name(),
                specification.unit(),
                specification.gtin(),
                specification.characteristics(),
                specification.aql(),
                specification.grades(),
                specification.shelfLifeDays(),
                standard.publishedAt);
    }
}
