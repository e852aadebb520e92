package coop.parasol.portal.treasury;

import coop.parasol.portal.page.HomeArea;
import coop.parasol.portal.page.NavigationArea;
import coop.parasol.portal.page.Parts;
import coop.parasol.portal.page.Person;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** What waits for the treasurer, and the treasurer's menu. */
@ApplicationScoped
final class TreasuryHome implements HomeArea, NavigationArea {

    private static final int ORDER = 50;
    private static final int SHOWN = 100;

    private final TreasuryMessages words = MessageBundles.get(TreasuryMessages.class);
    private final PaymentsClient payments;
    private final LedgerClient ledger;
    private final Person person;
    private final Parts parts;

    TreasuryHome(@RestClient PaymentsClient payments, @RestClient LedgerClient ledger, Person person, Parts parts) {
        this.payments = payments;
        this.ledger = ledger;
        this.person = person;
        this.parts = parts;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public boolean concerns(Person who) {
        return who.is("treasurer");
    }

    @Override
    public String title() {
        return words.treasurer();
    }

    @Override
    public List<Card> cards() {
        var due = parts.start(() -> payments.payables(null, SHOWN, "OPEN"));
        var drafted = parts.start(() -> payments.runs(null, SHOWN));
        var proposed = parts.start(() -> ledger.manualEntries(null, SHOWN));
        String me = person.subject();
        int open = due.await().required().items().size();
        long runs = drafted.await().required().items().stream()
                .filter(run -> run.state().equals("DRAFT") && !run.draftedBy().equals(me))
                .count();
        long entries = proposed.await().required().items().stream()
                .filter(entry ->
                        entry.state().equals("PROPOSED") && !entry.proposedBy().equals(me))
                .count();
        return List.of(
                new Card(
                        words.payables(),
                        open == SHOWN ? words.countOrMore(String.valueOf(open)) : String.valueOf(open),
                        words.openAmountsThatThe(),
                        "/treasury/payables?state=OPEN",
                        open > 0),
                new Card(
                        words.paymentRuns(),
                        String.valueOf(runs),
                        words.draftsOfAColleague(),
                        "/treasury/runs",
                        runs > 0),
                new Card(
                        words.manualEntries(),
                        String.valueOf(entries),
                        words.entriesOfAColleague(),
                        "/treasury/entries",
                        entries > 0),
                new Card(words.shares(), "", words.firmsThatHaveBeen(), "/treasury/buy-ins", false),
                new Card(words.exits(), "", words.membersThatLeaveWith(), "/registrar/exits", false));
    }

    @Override
    public List<Entry> entries() {
        return List.of(
                new Entry("/treasury/runs", words.paymentRuns()),
                new Entry("/treasury/payables", words.payables()),
                new Entry("/treasury/bank-statements", words.bankStatements()),
                new Entry("/treasury/invoices", words.partnersInvoices()),
                new Entry("/treasury/books", words.books()),
                new Entry("/treasury/entries", words.manualEntries()),
                new Entry("/treasury/periods", words.periods()));
    }
}
