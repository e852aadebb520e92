package coop.parasol.quality.standard;

import coop.parasol.contracts.QualityEvent.StandardPublished;
import coop.parasol.messaging.Cause;
import coop.parasol.messaging.Ids;
import coop.parasol.messaging.Outbox;
import coop.parasol.quality.standard.rules.Definition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The quality desk says what a product must be; saying the same again changes nothing. */
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

    /** @param isNew false if it is the version in force, word for word */
    record Published(Standard standard, boolean isNew) {}

    Published publish(String product, Definition definition, Cause cause) {
        int version = products.lock(product) + 1;
        Optional<Standard> current = Standard.current(product);
        if (current.isPresent() && current.get().content.equals(definition)) {
            return new Published(current.get(), false);
        }
        Standard standard = new Standard();
        standard.id = Ids.next();
        standard.product = product;
        standard.version = version;
        standard.name = definition.name();
        standard.unit = definition.unit();
        standard.content = definition;
        standard.publishedBy = cause.actor();
        standard.publishedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        standard.persistAndFlush();
        products.nextVersion(product, version);
        outbox.append(event(standard), cause);
        newVersions.fire(new NewVersion(standard, cause));
        return new Published(standard, true);
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
