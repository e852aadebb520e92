package coop.parasol.quality.standard;

import coop.parasol.firm.FirmClock;
import coop.parasol.messaging.Ids;
import coop.parasol.quality.standard.rules.Specification;
import coop.parasol.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** One person of the quality desk drafts what a product must be; nothing is in force before another publishes it. */
@ApplicationScoped
class DraftStandard {

    private final FirmClock clock;

    DraftStandard(FirmClock clock) {
        this.clock = clock;
    }

    /** The outcome of drafting a standard. */
    sealed interface Outcome permits Drafted, InForceAlready, Refused {}

    /** The draft waits for a second person. */
    record Drafted(StandardDraft draft) implements Outcome {}

    /** Exactly this specification is the newest version; nothing is drafted. */
    record InForceAlready(Standard standard) implements Outcome {}

    /** The product is counted in another unit. */
    record Refused(Refusal reason) implements Outcome {}

    /** @param draftedBy the {@code sub} of the person who drafts */
    Outcome draft(String product, Specification specification, String draftedBy) {
        Optional<Standard> current = Standard.current(product);
        if (current.isPresent() && current.get().specification.equals(specification)) {
            return new InForceAlready(current.get());
        }
        Optional<Refusal> refusal = PublishStandard.refuseOtherUnit(current, specification);
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        StandardDraft draft = new StandardDraft();
        draft.id = Ids.next();
        draft.product = product;
        draft.specification = specification;
        draft.state = StandardDraft.State.DRAFT;
        draft.draftedBy = draftedBy;
        draft.draftedAt = clock.now();
        draft.persistAndFlush();
        return new Drafted(draft);
    }
}
