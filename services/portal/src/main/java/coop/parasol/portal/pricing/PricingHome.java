package coop.parasol.portal.pricing;

import coop.parasol.portal.document.DocumentMessages;
import coop.parasol.portal.page.HomeArea;
import coop.parasol.portal.page.NavigationArea;
import coop.parasol.portal.page.Person;
import coop.parasol.portal.page.Words;
import coop.parasol.portal.work.WaitingWork;
import coop.parasol.portal.work.WaitingWork.Kind;
import coop.parasol.portal.work.WaitingWork.Service;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What waits for the pricing desk, and its menu. */
@ApplicationScoped
final class PricingHome implements HomeArea, NavigationArea {

    private static final int ORDER = 70;

    private final PricingMessages words = Words.of(PricingMessages.class);
    private final AdvanceMessages advanceWords = Words.of(AdvanceMessages.class);
    private final DocumentMessages documentWords = Words.of(DocumentMessages.class);
    private final PoolClosingMessages closingWords = Words.of(PoolClosingMessages.class);
    private final WaitingWork work;

    PricingHome(WaitingWork work) {
        this.work = work;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public boolean concerns(Person who) {
        return who.is("pricing-desk");
    }

    @Override
    public String title() {
        return words.pricingDesk();
    }

    @Override
    public List<Card> cards() {
        return work.cards(
                Service.PRICING,
                List.of(
                        Kind.shown(
                                "PRICE_LIST_TO_PUBLISH",
                                words.priceLists(),
                                words.draftsOfAColleague(),
                                "/pricing/lists?state=DRAFT"),
                        Kind.shown(
                                "SETTLEMENT_TO_APPROVE",
                                words.settlements(),
                                words.draftsOfAColleagueThat(),
                                "/pricing/settlements?state=DRAFT"),
                        Kind.shown(
                                "POOL_CLOSING_TO_APPROVE",
                                closingWords.title(),
                                closingWords.proposalsOfAColleague(),
                                "/pricing/closings?state=PROPOSED"),
                        Kind.shown(
                                "ADVANCE_RATE_TO_APPROVE",
                                advanceWords.rates(),
                                advanceWords.proposalsOfAColleague(),
                                "/pricing/advances")));
    }

    @Override
    public List<Entry> entries() {
        return List.of(
                new Entry("/pricing/prices", words.prices()),
                new Entry("/pricing/lists", words.priceLists()),
                new Entry("/pricing/settlements", words.settlements()),
                new Entry("/pricing/advances", advanceWords.rates()),
                new Entry("/pricing/statements", words.producersStatements()),
                new Entry("/payout-documents", documentWords.title()));
    }
}
