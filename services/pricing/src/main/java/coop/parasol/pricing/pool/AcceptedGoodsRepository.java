package coop.parasol.pricing.pool;

import coop.parasol.contracts.DistributionEvent.AcceptedGoods;
import coop.parasol.contracts.DistributionEvent.InvoiceIssued;
import coop.parasol.contracts.DistributionEvent.PaidGoods;
import coop.parasol.contracts.DistributionEvent.PaymentReceived;
import coop.parasol.contracts.Money;
import coop.parasol.contracts.OrderChangeEvent.DebitNoteIssued;
import coop.parasol.contracts.OrderChangeEvent.DebitedGoods;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.Quantity;
import coop.parasol.messaging.ReadModel;
import coop.parasol.persistence.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Members' goods that partners have accepted, and what was paid of their invoices and debit notes. What is received of a line is its net amount times
 * the part of the invoice that is paid, so that money follows the unit into its pool however late and in however many parts it comes.
 * Goods that the firm has bought in belong to no pool and are left out.
 */
@ApplicationScoped
public class AcceptedGoodsRepository implements ReadModel {

    private final Jdbi jdbi;

    AcceptedGoodsRepository(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * A line of an invoice as it is stored.
     *
     * @param position from 0 within its invoice
     */
    private record Line(
            UUID invoiceId,
            int position,
            Period period,
            String product,
            UUID batchId,
            UUID memberId,
            String grade,
            Quantity quantity,
            Money net,
            @Nullable BigDecimal ordered) {}

    /** An invoice as it is stored. */
    private record Invoice(UUID invoiceId, UUID partnerId, Money total, Money paid) {}

    @Override
    public String name() {
        return "accepted goods of pools";
    }

    @Override
    public List<Copy> copies() {
        return List.of(Copy.of("pool_invoice"), Copy.of("accepted_goods"));
    }

    @Override
    public List<Projection<?>> projections() {
        return List.of(
                new Projection<>(InvoiceIssued.class, this::invoiced),
                new Projection<>(DebitNoteIssued.class, this::debited),
                new Projection<>(PaymentReceived.class, this::paid));
    }

    /** Partners have accepted goods and owe them. */
    public void invoiced(List<InvoiceIssued> invoices) {
        List<Line> lines = new ArrayList<>();
        for (InvoiceIssued invoice : invoices) {
            if (invoice.goods() != null && invoice.period() != null) {
                for (AcceptedGoods goods : invoice.goods()) {
                    add(lines, invoice.invoiceId(), invoice.period(), goods);
                }
            }
        }
        storeInvoices(invoices.stream()
                .map(invoice -> new Invoice(
                        invoice.invoiceId(),
                        invoice.partnerId(),
                        invoice.total(),
                        Money.zero(invoice.total().currency())))
                .toList());
        storeLines(lines);
    }

    /**
     * Partners owe more for goods that they have accepted: what they pay of it follows the units into their pools, settled or not. The
     * units are those of the invoices and count no second time.
     */
    public void debited(List<DebitNoteIssued> notes) {
        List<Line> lines = new ArrayList<>();
        for (DebitNoteIssued note : notes) {
            for (DebitedGoods goods : note.goods()) {
                add(
                        lines,
                        note.debitNoteId(),
                        goods.period(),
                        new AcceptedGoods(
                                goods.product(),
                                goods.grade(),
                                goods.batchId(),
                                goods.memberId(),
                                Quantity.zero(goods.quantity().unit()),
                                goods.amount(),
                                null));
            }
        }
        storeInvoices(notes.stream()
                .map(note -> new Invoice(
                        note.debitNoteId(),
                        note.partnerId(),
                        note.total(),
                        Money.zero(note.total().currency())))
                .toList());
        storeLines(lines);
    }

    /**
     * Partners have paid invoices, in full or in part. An invoice that has not said what was accepted is paid in full, and was accepted
     * in the week of its payment. A debit note has always said it, and its payment has no units.
     */
    public void paid(List<PaymentReceived> payments) {
        List<Line> lines = new ArrayList<>();
        Set<UUID> invoices = new HashSet<>();
        for (PaymentReceived payment : payments) {
            List<PaidGoods> goodsOfInvoice = invoices.add(payment.invoiceId()) ? payment.goods() : List.of();
            for (PaidGoods goods : goodsOfInvoice) {
                if (goods.quantity().isZero()) {
                    continue;
                }
                add(
                        lines,
                        payment.invoiceId(),
                        payment.period(),
                        new AcceptedGoods(
                                goods.product(),
                                goods.grade(),
                                goods.batchId(),
                                goods.memberId(),
                                goods.quantity(),
                                goods.amount(),
                                null));
            }
        }
        storeLines(lines);
        storeInvoices(payments.stream()
                .map(payment ->
                        new Invoice(payment.invoiceId(), payment.partnerId(), payment.amount(), payment.amount()))
                .toList());
    }

    private static void add(List<Line> lines, UUID invoiceId, Period period, AcceptedGoods goods) {
        @Nullable UUID memberId = goods.memberId();
        if (memberId != null) {
            lines.add(new Line(
                    invoiceId,
                    nextPosition(lines, invoiceId),
                    period,
                    goods.product(),
                    goods.batchId(),
                    memberId,
                    goods.grade(),
                    goods.quantity(),
                    goods.amount(),
                    goods.ordered() == null ? null : goods.ordered().value()));
        }
    }

    /** Among the lines of the invoice alone: whatever else is handled with it changes no stored row. */
    private static int nextPosition(List<Line> lines, UUID invoiceId) {
        if (lines.isEmpty() || !lines.getLast().invoiceId().equals(invoiceId)) {
            return 0;
        }
        return lines.getLast().position() + 1;
    }

    /** What is known of an invoice stays, and what was paid is added. */
    private void storeInvoices(List<Invoice> invoices) {
        jdbi.useHandle(handle -> handle.createUpdate("""
            insert into pool_invoice as i (invoice_id, partner_id, total, paid)
            select invoice_id, (array_agg(partner_id))[1], max(total), sum(paid)
              from unnest(:invoices, :partners, :totals, :paid) as told (invoice_id, partner_id, total, paid)
             group by invoice_id order by invoice_id
                on conflict (invoice_id) do update
               set paid = i.paid + excluded.paid, partner_id = coalesce(i.partner_id, excluded.partner_id)
            """)
                .bindArray("invoices", UUID.class, Columns.of(invoices, Invoice::invoiceId))
                .bindArray("partners", UUID.class, Columns.of(invoices, Invoice::partnerId))
                .bindArray(
                        "totals",
                        Long.class,
                        Columns.of(invoices, invoice -> invoice.total().minor()))
                .bindArray(
                        "paid",
                        Long.class,
                        Columns.of(invoices, invoice -> invoice.paid().minor()))
                .execute());
    }

    /** The lines of invoices that have none yet. */
    private void storeLines(List<Line> lines) {
        jdbi.useHandle(handle -> handle.createUpdate("""
            insert into accepted_goods (invoice_id, position, product, period, batch_id, member_id, grade, quantity, unit, net,
                                        ordered)
            select invoice_id, position, product, period, batch_id, member_id, grade, quantity, unit, net, ordered
              from unnest(:invoices, :positions, :products, :periods, :batches, :members, :grades, :quantities, :units,
                          :nets, :ordered)
                   as line (invoice_id, position, product, period, batch_id, member_id, grade, quantity, unit, net, ordered)
             where not exists (select 1 from accepted_goods known where known.invoice_id = line.invoice_id)
             order by invoice_id, position
            """)
                .bindArray("invoices", UUID.class, Columns.of(lines, Line::invoiceId))
                .bindArray("positions", Integer.class, Columns.of(lines, Line::position))
                .bindArray("products", String.class, Columns.of(lines, Line::product))
                .bindArray(
                        "periods",
                        String.class,
                        Columns.of(lines, line -> line.period().toString()))
                .bindArray("batches", UUID.class, Columns.of(lines, Line::batchId))
                .bindArray("members", UUID.class, Columns.of(lines, Line::memberId))
                .bindArray("grades", String.class, Columns.of(lines, Line::grade))
                .bindArray(
                        "quantities",
                        BigDecimal.class,
                        Columns.of(lines, line -> line.quantity().value()))
                .bindArray(
                        "units",
                        String.class,
                        Columns.of(lines, line -> line.quantity().unit()))
                .bindArray(
                        "nets", Long.class, Columns.of(lines, line -> line.net().minor()))
                .bindArray("ordered", BigDecimal.class, Columns.of(lines, Line::ordered))
                .execute());
    }
}
