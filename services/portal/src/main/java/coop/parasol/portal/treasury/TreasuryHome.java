package coop.parasol.portal.treasury;

import coop.parasol.portal.document.DocumentMessages;
import coop.parasol.portal.logistics.LogisticsGoodsMessages;
import coop.parasol.portal.page.HomeArea;
import coop.parasol.portal.page.NavigationArea;
import coop.parasol.portal.page.Person;
import coop.parasol.portal.page.Words;
import coop.parasol.portal.pricing.AdvanceMessages;
import coop.parasol.portal.registrar.FirmOwnerMessages;
import coop.parasol.portal.registrar.RegistrarMessages;
import coop.parasol.portal.work.WaitingWork;
import coop.parasol.portal.work.WaitingWork.Kind;
import coop.parasol.portal.work.WaitingWork.Service;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** What waits for the treasurer, and the treasurer's menu. */
@ApplicationScoped
final class TreasuryHome implements HomeArea, NavigationArea {

    private static final int ORDER = 50;

    private final TreasuryMessages words = Words.of(TreasuryMessages.class);
    private final HoldMessages holdWords = Words.of(HoldMessages.class);
    private final AdvanceMessages advanceWords = Words.of(AdvanceMessages.class);
    private final DocumentMessages documentWords = Words.of(DocumentMessages.class);
    private final RegistrarMessages registrarWords = Words.of(RegistrarMessages.class);
    private final LogisticsGoodsMessages goodsWords = Words.of(LogisticsGoodsMessages.class);
    private final FirmOwnerMessages ownerWords = Words.of(FirmOwnerMessages.class);
    private final WaitingWork work;

    TreasuryHome(WaitingWork work) {
        this.work = work;
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
        List<Card> cards = new ArrayList<>(work.cards(
                Service.MEMBERSHIP,
                List.of(
                        Kind.of(
                                "PAYABLE_TO_DECIDE",
                                holdWords.heldPayables(),
                                holdWords.heldPayablesText(),
                                "/treasury/payables?state=AWAITS_DECISION"),
                        Kind.shown(
                                "PAYABLE_DUE",
                                words.payables(),
                                words.openAmountsThatThe(),
                                "/treasury/payables?state=OPEN"),
                        Kind.shown(
                                "PAYMENT_RUN_TO_APPROVE",
                                words.paymentRuns(),
                                words.draftsOfAColleague(),
                                "/treasury/runs?state=DRAFT"),
                        Kind.shown(
                                "MANUAL_ENTRY_TO_APPROVE",
                                words.manualEntries(),
                                words.entriesOfAColleague(),
                                "/treasury/entries?state=PROPOSED"),
                        Kind.of("CLOSE_TO_APPROVE", words.periods(), words.closesOfAColleague(), "/treasury/periods"),
                        Kind.of(
                                "BANK_ACCOUNT_TO_APPROVE",
                                registrarWords.bankAccounts(),
                                registrarWords.bankAccountsToApprove(),
                                "/registrar/members/" + WaitingWork.OLDEST + "/access"),
                        Kind.of(
                                "OWNER_TO_APPROVE",
                                ownerWords.firmsOfOneOwner(),
                                ownerWords.toApprove(),
                                "/registrar/owners"))));
        cards.addAll(work.cards(
                Service.DISTRIBUTION,
                List.of(
                        Kind.of(
                                "GOODS_PURCHASE_TO_APPROVE",
                                goodsWords.purchases(),
                                goodsWords.purchasesToApprove(),
                                "/logistics/leaving/" + WaitingWork.OLDEST),
                        Kind.shown(
                                "INVOICE_UNPAID",
                                words.partnersInvoices(),
                                words.invoicesThatAreNotPaid(),
                                "/treasury/invoices?state=ISSUED"))));
        cards.add(new Card(words.shares(), "", words.firmsThatHaveBeen(), "/treasury/buy-ins", false));
        cards.add(new Card(words.exits(), "", words.membersThatLeaveWith(), "/registrar/exits", false));
        return cards;
    }

    @Override
    public List<Entry> entries() {
        return List.of(
                new Entry("/treasury/runs", words.paymentRuns()),
                new Entry("/treasury/payables", words.payables()),
                new Entry("/treasury/bank-statements", words.bankStatements()),
                new Entry("/treasury/invoices", words.partnersInvoices()),
                new Entry("/treasury/advances", advanceWords.title()),
                new Entry("/payout-documents", documentWords.title()),
                new Entry("/treasury/books", words.books()),
                new Entry("/treasury/entries", words.manualEntries()),
                new Entry("/treasury/periods", words.periods()),
                new Entry("/registrar/owners", ownerWords.firmsOfOneOwner()));
    }
}
