package coop.parasol.pricing.document;

import coop.parasol.contracts.MembershipEvent.MemberAdmitted;
import coop.parasol.contracts.Money;
import coop.parasol.contracts.PayoutDocumentEvent.PayoutDocumentIssued;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.PricingEvent.PayoutStatedV2;
import coop.parasol.contracts.TaxRegistrationEvent.TaxRegistrationChanged;
import coop.parasol.contracts.TaxRegistrationEvent.TaxScheme;
import coop.parasol.firm.FirmClock;
import coop.parasol.firm.FirmCurrency;
import coop.parasol.pricing.directory.ProducerNames;
import coop.parasol.pricing.document.rules.Payouts;
import coop.parasol.pricing.settlement.SettlementFixture;
import coop.parasol.pricing.statement.KeepStatements;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Producers, and settlements of one pool whose payouts are drawn up as documents, for tests of documents in a country. */
abstract class DrawnUpPayouts {

    private static final Period WEEK = Period.parse("2026-W48");

    @Inject
    DrawUpDocuments drawUpDocuments;

    @Inject
    KeepStatements keepStatements;

    @Inject
    TaxRegistrations registrations;

    @Inject
    ProducerNames names;

    @Inject
    FirmCurrency currency;

    @Inject
    FirmClock clock;

    @Inject
    Jdbi jdbi;

    final UUID pool = UUID.randomUUID();

    /**
     * A producer that is admitted and has told its scheme.
     *
     * @param agreedOn since when it has agreed to self-billing; null if it has not
     */
    UUID producer(TaxScheme scheme, String country, String taxNumber, String address, @Nullable LocalDate agreedOn) {
        UUID member = UUID.randomUUID();
        QuarkusTransaction.requiringNew().run(() -> {
            names.admitted(List.of(
                    new MemberAdmitted(member, "Weaver " + member, currency.money(100_000), clock.today(), "Bhuj")));
            registrations.changed(List.of(new TaxRegistrationChanged(
                    member,
                    UUID.randomUUID(),
                    scheme,
                    country,
                    taxNumber,
                    address,
                    clock.today(),
                    null,
                    agreedOn,
                    Instant.now())));
        });
        return member;
    }

    /** The next settlement of the pool, approved. */
    UUID settlement() {
        return QuarkusTransaction.requiringNew().call(() -> {
            String product = "LAMP-" + pool;
            jdbi.useHandle(handle -> {
                handle.execute("insert into carried_remainder values (?, 0) on conflict do nothing", product);
                handle.execute(
                        "insert into pool values (?, ?, ?) on conflict do nothing", pool, product, WEEK.toString());
            });
            UUID settlement = SettlementFixture.draft(product, WEEK, pool).id;
            jdbi.useHandle(handle -> handle.execute(
                    "update settlement set state = 'SETTLED', approved_by = 'pavan', settled_at = now() where id = ?",
                    settlement));
            return settlement;
        });
    }

    /** @param number of the settlement in its pool */
    List<PayoutDocumentIssued> drawUp(int number, List<PayoutStatedV2> statements) {
        return QuarkusTransaction.requiringNew()
                .call(() -> {
                    keepStatements.keep(statements);
                    return drawUpDocuments.drawUp(number, statements);
                })
                .stream()
                .map(PayoutDocumentIssued.class::cast)
                .toList();
    }

    PayoutStatedV2 payout(UUID settlement, UUID member, String earned, String paidBefore, String charged) {
        return Payouts.of(settlement, pool, member, Money.of(earned, currency.code()), paidBefore, charged, "0");
    }
}
