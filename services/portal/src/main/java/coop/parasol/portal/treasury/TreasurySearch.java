package coop.parasol.portal.treasury;

import coop.parasol.portal.client.Listed;
import coop.parasol.portal.desk.DeskFormats;
import coop.parasol.portal.page.Person;
import coop.parasol.portal.page.Words;
import coop.parasol.portal.search.Findable;
import coop.parasol.portal.search.Query;
import coop.parasol.portal.search.SearchArea;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * The treasurer finds payables and invoices by amounts and the bank’s references, invoices by their numbers, and by a member’s name what
 * it is owed, was paid, and is booked of it.
 */
@ApplicationScoped
final class TreasurySearch implements SearchArea {

    private static final int ORDER = 50;

    private final TreasuryMessages words = Words.of(TreasuryMessages.class);
    private final PaymentsClient payments;
    private final SalesInvoicesClient invoices;
    private final MemberAccountsClient members;

    TreasurySearch(
            @RestClient PaymentsClient payments,
            @RestClient SalesInvoicesClient invoices,
            @RestClient MemberAccountsClient members) {
        this.payments = payments;
        this.invoices = invoices;
        this.members = members;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public boolean concerns(Person person) {
        return person.is("treasurer");
    }

    @Override
    public Set<Findable> finds() {
        return EnumSet.of(Findable.FIRM_NAME, Findable.INVOICE_NUMBER, Findable.BANK_REFERENCE, Findable.AMOUNT);
    }

    @Override
    public List<Lookup> lookups(Query query) {
        if (query.isWords()) {
            return List.of(new Lookup(words.membersInTheBooks(), () -> called(query)));
        }
        return List.of(
                new Lookup(words.payables(), () -> payables(query)),
                new Lookup(words.partnersInvoices(), () -> numbered(query)),
                new Lookup(words.paymentsOfInvoices(), () -> paid(query)));
    }

    private List<Hit> called(Query query) {
        return members.called(query.text(), SHOWN).items().stream()
                .map(member -> new Hit(
                        member.name(),
                        member.registrationNumber() + ", " + DeskFormats.stateWords(member.state()),
                        "/treasury/members/" + member.memberId()))
                .toList();
    }

    private List<Hit> payables(Query query) {
        if (!query.isNumber()) {
            return List.of();
        }
        String amount = query.isAmount() ? query.amount() : null;
        String reference = query.isAmount() ? null : query.text();
        return payments.find(reference, amount, SHOWN).items().stream()
                .map(payable -> new Hit(
                        payable.narrative(),
                        payable.memberName() + ", " + DeskFormats.sum(payable.amount()) + ", "
                                + DeskFormats.stateWords(payable.state()),
                        "/treasury/payables/" + payable.payableId()))
                .toList();
    }

    private List<Hit> numbered(Query query) {
        if (!query.isNumber()) {
            return List.of();
        }
        return query.isAmount()
                ? hits(invoices.invoices(null, SHOWN, null, null, null, null, query.amount(), null))
                : hits(invoices.invoices(null, SHOWN, null, null, query.compact(), null, null, null));
    }

    private List<Hit> paid(Query query) {
        if (!query.isNumber()) {
            return List.of();
        }
        return query.isAmount()
                ? List.of()
                : hits(invoices.invoices(null, SHOWN, null, null, null, query.text(), null, null));
    }

    private static List<Hit> hits(Listed<SalesInvoicesClient.Invoice> found) {
        return found.items().stream()
                .map(invoice -> new Hit(
                        invoice.invoiceNumber(),
                        invoice.partnerName() + ", " + DeskFormats.sum(invoice.total()) + ", "
                                + DeskFormats.stateWords(invoice.state()),
                        "/treasury/invoices/" + invoice.invoiceId()))
                .toList();
    }
}
