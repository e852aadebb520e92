package coop.parasol.portal.treasury;

import coop.parasol.portal.client.Listed;
import coop.parasol.portal.csv.CsvList;
import coop.parasol.portal.csv.CsvLists;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** The treasurer's lists as tables. */
@ApplicationScoped
final class TreasuryLists implements CsvLists {

    private final PaymentsClient payments;
    private final LedgerClient ledger;
    private final PeriodsClient periods;
    private final BuyInsClient buyIns;
    private final SalesInvoicesClient invoices;

    TreasuryLists(
            @RestClient PaymentsClient payments,
            @RestClient LedgerClient ledger,
            @RestClient PeriodsClient periods,
            @RestClient BuyInsClient buyIns,
            @RestClient SalesInvoicesClient invoices) {
        this.payments = payments;
        this.ledger = ledger;
        this.periods = periods;
        this.buyIns = buyIns;
        this.invoices = invoices;
    }

    @Override
    public List<CsvList<?>> lists() {
        return List.of(
                new CsvList<>(
                        "treasury/payables", PaymentsClient.Payable.class, (filter, after) -> payables(filter, after)),
                new CsvList<>(
                        "treasury/runs",
                        PaymentsClient.PaymentRun.class,
                        (filter, after) ->
                                payments.runs(after, CsvList.PAGE, filter.text("state"), filter.text("sort"))),
                new CsvList<>("treasury/bank-statements", StatementRow.class, (filter, after) -> statements(after)),
                new CsvList<>(
                        "treasury/entries",
                        LedgerClient.ManualEntry.class,
                        (filter, after) -> ledger.manualEntries(after, CsvList.PAGE, filter.text("state"))),
                new CsvList<>(
                        "treasury/periods",
                        PeriodsClient.Period.class,
                        (filter, after) -> periods.periods(after, CsvList.PAGE)),
                new CsvList<>(
                        "treasury/buy-ins",
                        BuyInsClient.Member.class,
                        (filter, after) -> buyIns.members(after, CsvList.PAGE, "ADMITTED")),
                new CsvList<>(
                        "treasury/invoices",
                        SalesInvoicesClient.Invoice.class,
                        (filter, after) -> invoices.invoices(
                                after,
                                CsvList.PAGE,
                                filter.text("kind"),
                                filter.text("state"),
                                filter.text("number"),
                                filter.text("bankReference"),
                                filter.text("total"),
                                filter.text("sort"))));
    }

    /** A line of an uploaded statement, and of which. */
    record StatementRow(String messageId, String receivedBy, Instant receivedAt, PaymentsClient.StatementLine line) {}

    private Listed<PaymentsClient.Payable> payables(CsvList.Filter filter, @Nullable String after) {
        String state = filter.text("state");
        return PayablePages.AWAITS_DECISION.equals(state)
                ? payments.payables(after, CsvList.PAGE, null, true, filter.text("sort"))
                : payments.payables(after, CsvList.PAGE, state, null, filter.text("sort"));
    }

    private Listed<StatementRow> statements(@Nullable String after) {
        Listed<PaymentsClient.BankStatement> page = payments.statements(after, CsvList.PAGE);
        return new Listed<>(
                page.items().stream()
                        .flatMap(each -> each.lines().stream()
                                .map(line ->
                                        new StatementRow(each.messageId(), each.receivedBy(), each.receivedAt(), line)))
                        .toList(),
                page.next());
    }
}
