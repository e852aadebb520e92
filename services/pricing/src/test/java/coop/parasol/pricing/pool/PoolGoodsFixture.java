package coop.parasol.pricing.pool;

import coop.parasol.contracts.DistributionEvent.AcceptedGoods;
import coop.parasol.contracts.DistributionEvent.InvoiceIssued;
import coop.parasol.contracts.DistributionEvent.PaidGoods;
import coop.parasol.contracts.DistributionEvent.PaymentReceived;
import coop.parasol.contracts.GovernanceEvent.BylawsChanged;
import coop.parasol.contracts.Money;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.QualityEvent.BatchCertified;
import coop.parasol.contracts.QualityEvent.BatchRecalled;
import coop.parasol.contracts.QualityEvent.RecallClass;
import coop.parasol.contracts.Quantity;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;

/** A product of its own with its invoices, payments and batches, and the pools that come of them. */
abstract class PoolGoodsFixture {

    static final Period WEEK_48 = Period.parse("2026-W48");
    static final Period WEEK_49 = Period.parse("2026-W49");
    static final Instant IN_WEEK_48 = Instant.parse("2026-11-25T08:00:00Z");
    private static final int VERSION = 1_000_000;

    @Inject
    PoolGoods poolGoods;

    @Inject
    AcceptedGoodsRepository accepted;

    @Inject
    CertifiedGoods certified;

    @Inject
    PoolBylaws bylaws;

    @Inject
    Jdbi jdbi;

    final String product = "LAMP-" + UUID.randomUUID();
    final UUID first = new UUID(1, 1);

    @AfterEach
    void restore_the_basis_of_the_other_tests() {
        run(() ->
                jdbi.useHandle(handle -> handle.execute("delete from pool_bylaw where bylaws_version >= ?", VERSION)));
    }

    List<PoolGoods.Sum> pool(Period week) {
        return QuarkusTransaction.requiringNew().call(() -> poolGoods.of(product, week));
    }

    static PoolGoods.Sum sum(UUID member, String grade, long quantity, long paise) {
        return new PoolGoods.Sum(member, grade, pieces(quantity), inr(paise), pieces(0), inr(0));
    }

    InvoiceIssued invoice(Period week, long total, AcceptedGoods... goods) {
        InvoiceIssued invoice = new InvoiceIssued(
                UUID.randomUUID(),
                "INV-1",
                UUID.randomUUID(),
                UUID.randomUUID(),
                new UUID(3, 3),
                inr(total),
                List.of(goods),
                week);
        run(() -> accepted.invoiced(List.of(invoice)));
        return invoice;
    }

    void pay(InvoiceIssued invoice, long paise) {
        run(() -> accepted.paid(List.of(payment(invoice.invoiceId(), paise))));
    }

    static PaymentReceived payment(UUID invoice, long paise, PaidGoods... goods) {
        return new PaymentReceived(invoice, new UUID(3, 3), inr(paise), List.of(goods), WEEK_49, "bank", Instant.EPOCH);
    }

    AcceptedGoods goods(@Nullable UUID member, String grade, long quantity, long paise) {
        return new AcceptedGoods(product, grade, UUID.randomUUID(), member, pieces(quantity), inr(paise), null);
    }

    UUID batch(UUID member, long quantity) {
        return batch(member, quantity, IN_WEEK_48);
    }

    UUID batch(UUID member, long quantity, Instant moment) {
        UUID batch = UUID.randomUUID();
        run(() -> certified.certified(List.of(
                new BatchCertified(batch, "PC", member, product, "L", "B-1", "A", pieces(quantity), null, 1, moment))));
        return batch;
    }

    void recall(UUID batch) {
        run(() -> certified.recalled(List.of(new BatchRecalled(
                batch, "PC-1", first, product, "L-1", UUID.randomUUID(), RecallClass.I, "sharp", Instant.EPOCH))));
    }

    void basis(String basis, Instant from) {
        run(() -> bylaws.change(new BylawsChanged(VERSION, null, from, Map.of(PoolBylaws.POOL_BASIS, basis))));
    }

    static void run(Runnable work) {
        QuarkusTransaction.requiringNew().run(work);
    }

    static Quantity pieces(long number) {
        return Quantity.of(number, "C62");
    }

    static Money inr(long paise) {
        return new Money(paise, "INR");
    }
}
