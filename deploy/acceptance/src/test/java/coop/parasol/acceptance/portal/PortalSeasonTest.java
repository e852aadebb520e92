package coop.parasol.acceptance.portal;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.acceptance.RunningSystem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * One season told by clicks: a firm joins, a new product is specified, priced, ordered, made, inspected, delivered and paid, its
 * pool settled and paid out, a vote cast, and a member leaves. Every role does its part in a browser of its own.
 */
class PortalSeasonTest {

    private static final int MAX_TAPS_A_UNIT = 2;

    private static RunningSystem system;
    private static PortalBrowser browser;

    @BeforeAll
    static void open() {
        system = RunningSystem.afterASeason();
        browser = new PortalBrowser(system.installation().publicOrigin());
    }

    @AfterAll
    static void close() {
        browser.close();
    }

    @Test
    void a_season_is_told_by_clicks() {
        tell(PortalBrowser.PHONE, true);
    }

    @Test
    @Tag("full")
    void a_season_is_told_by_clicks_without_scripts() {
        tell(PortalBrowser.DESK, false);
    }

    private static void tell(int[] size, boolean scripts) {
        try (SeasonCast cast = new SeasonCast(browser, system, size, scripts)) {
            SeasonMember member = new SeasonMember(cast);
            SeasonGoods goods = new SeasonGoods(cast);
            SeasonMoney money = new SeasonMoney(cast);

            member.applies();
            member.isAdmitted();
            member.paysForItsShare();
            member.signsInForTheFirstTime();
            goods.qualityDeskPublishesAStandard();
            goods.pricingDeskPublishesPrices();
            goods.logisticsDeskRegistersAPartner();
            String order = goods.partnerOrders();
            goods.producerCommits();
            goods.producerReportsManyLots();
            goods.auditorInspectsUnitByUnit();
            goods.auditorInspectsByTotals();
            goods.anybodyLooksUpTheCertificate();
            goods.logisticsDeskShips(order);
            goods.partnerSeesDeliveryAndInvoice();
            money.treasurerEntersThePartnersPayment(goods.invoice());
            money.pricingDeskSettlesThePool();
            money.producerProvesItsStatement();
            money.treasurersPayTheProducer("POOL");
            member.proposesAndAnotherVotes();
            member.leaves(goods.secondLot());
            money.treasurersPayTheExit();

            assertThat(goods.tapsAUnit()).as("taps of the auditor a unit").isLessThanOrEqualTo(MAX_TAPS_A_UNIT);
            assertThat(cast.complaints()).isEmpty();
        }
    }
}
