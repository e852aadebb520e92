package coop.parasol.portal.treasury;

import coop.parasol.portal.client.Listed;
import coop.parasol.portal.csv.CsvList;
import coop.parasol.portal.csv.CsvLists;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** An account of the ledger, and what one member is owed and what was booked of it, as tables. */
@ApplicationScoped
final class AccountLists implements CsvLists {

    private static final String MEMBER = "memberId";

    private final LedgerClient ledger;
    private final MemberAccountsClient members;

    AccountLists(@RestClient LedgerClient ledger, @RestClient MemberAccountsClient members) {
        this.ledger = ledger;
        this.members = members;
    }

    @Override
    public List<CsvList<?>> lists() {
        return List.of(
                new CsvList<>(
                        "treasury/books/accounts/{account}",
                        LedgerClient.Line.class,
                        (filter, after) -> ledger.lines(
                                filter.path("account"), after, CsvList.PAGE, filter.text("from"), filter.text("to"))),
                new CsvList<>(
                        "treasury/books/entries",
                        EntryRow.class,
                        (filter, after) ->
                                rows(ledger.entries(after, CsvList.PAGE, filter.text("from"), filter.text("to")))),
                new CsvList<>(
                        "treasury/members/{memberId}",
                        PaymentsClient.Payable.class,
                        (filter, after) -> members.payables(
                                filter.id(MEMBER), MemberAccountPages.LATEST_DUE_FIRST, after, CsvList.PAGE)),
                new CsvList<>(
                        "treasury/members/{memberId}/entries",
                        EntryRow.class,
                        (filter, after) -> rows(members.entries(filter.id(MEMBER), after, CsvList.PAGE))));
    }

    /** A line of an entry, and of which. */
    record EntryRow(
            long entry,
            String event,
            String narrative,
            String actor,
            LocalDate bookedOn,
            @Nullable String reference,
            LedgerClient.EntryLine line) {}

    private static Listed<EntryRow> rows(Listed<LedgerClient.Entry> page) {
        return new Listed<>(
                page.items().stream()
                        .flatMap(each -> each.lines().stream()
                                .map(line -> new EntryRow(
                                        each.entry(),
                                        each.event(),
                                        each.narrative(),
                                        each.actor(),
                                        each.bookedOn(),
                                        each.reference(),
                                        line)))
                        .toList(),
                page.next());
    }
}
