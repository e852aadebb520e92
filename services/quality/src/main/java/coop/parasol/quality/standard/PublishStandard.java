package coop.parasol.quality.standard;

import coop.parasol.contracts.QualityEvent.StandardPublished;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Ids;
import coop.parasol.messaging.Outbox;
import coop.parasol.quality.standard.rules.Definition;
import coop.parasol.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Two persons of the quality desk say what a product must be; saying the same again changes nothing. */
@ApplicationScoped
class PublishStandard {

    private final Products products;
    private final Outbox outbox;
    private final Clock clock;
    private final Event<NewVersion> newVersions;

    PublishStandard(Products products, Outbox outbox, Clock clock, Event<NewVersion> newVersions) {
        this.products = products;
        this.outbox = outbox;
        this.clock = clock;
        this.newVersions = newVersions;
    }

    /** Keeps a draft. */
    StandardDraft draft(String product, Definition definition, String drafter) {
        requireUnit(Standard.current(product), definition);
        StandardDraft draft = new StandardDraft();
        draft.id = Ids.next();
        draft.product = product;
        draft.content = definition;
        draft.state = StandardDraft.State.DRAFT;
        draft.draftedBy = drafter;
        draft.draftedAt = now();
        draft.persistAndFlush();
        return draft;
    }

    void withdraw(StandardDraft draft, String by) {
        draft.state = StandardDraft.State.WITHDRAWN;
        draft.decidedBy = by;
        draft.decidedAt = now();
    }

    /** The draft is locked and open, and the approver another person than its drafter. */
    Standard approve(StandardDraft draft, Cause cause) {
        Standard standard = publish(draft, cause);
        draft.state = StandardDraft.State.PUBLISHED;
        draft.decidedBy = cause.actor();
        draft.decidedAt = now();
        draft.version = standard.version;
        return standard;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private Standard publish(StandardDraft draft, Cause cause) {
        String product = draft.product;
        Definition definition = draft.content;
        int version = products.lock(product) + 1;
        Optional<Standard> current = Standard.current(product);
        if (current.isPresent() && current.get().content.equals(definition)) {
            return current.get();
        }
        requireUnit(current, definition);
        Standard standard = new Standard();
        standard.id = Ids.next();
        standard.product = product;
        standard.version = version;
        standard.name = definition.name();
        standard.unit = definition.unit();
        standard.content = definition;
        standard.draftedBy = draft.draftedBy;
        standard.publishedBy = cause.actor();
        standard.publishedAt = now();
        standard.persistAndFlush();
        products.nextVersion(product, version);
        outbox.append(event(standard), cause);
        newVersions.fire(new NewVersion(standard, cause));
        return standard;
    }

    /** Prices, stock and pools count a product in one unit for ever. */
    private static void requireUnit(Optional<Standard> current, Definition definition) {
        current.map(standard -> standard.unit)
                .filter(unit -> !unit.equals(definition.unit()))
                .ifPresent(unit -> {
                    throw Problem.invalid(
                            "unit",
                            "unit-fixed",
                            "The product is counted in " + unit + ", which never changes; take a new code.");
                });
    }

    private static StandardPublished event(Standard standard) {
        Definition content = standard.content;
        return new StandardPublished(
                standard.product,
                standard.version,
                content.name(),
                content.unit(),
                content.gtin(),
                content.characteristics(),
                content.aql(),
                content.grades(),
                content.shelfLifeDays(),
                standard.publishedAt);
    }
}
