package coop.parasol.acceptance.portal;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.acceptance.RunningSystem;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * One season told by clicks: a firm joins, a new product is specified, priced, ordered, made, inspected, delivered and paid, its
 * pool settled and paid out, a vote cast, and a member leaves. Every role does its part in a browser of its own.
 */
@Tag("full")
@ExtendWith(PortalExtension.class)
class PortalSeasonTest {

    private static final int MAX_TAPS_A_UNIT = 2;

    /** Wide enough for a table, and small enough to be read in a guide. */
    private static final int[] PICTURE = {720, 900};

    private final RunningSystem system;
    private final PortalBrowser browser;

    PortalSeasonTest(RunningSystem system, PortalBrowser browser) {
        this.system = system;
        this.browser = browser;
    }

    @Test
    void a_season_is_told_by_clicks() {
        tell(PortalBrowser.PHONE, true, PortalWords.ENGLISH);
    }

    @ParameterizedTest
    @CsvSource({"hi-IN, hi", "gu-IN, gu", "ja-JP, ja", "zh-CN, zh-Hans"})
    void a_season_is_told_in_each_language(String browserLanguage, String lang) {
        tell(PortalBrowser.PHONE, true, new PortalWords(browserLanguage, lang));
    }

    @Test
    void a_season_is_told_without_scripts_and_looks_as_in_the_guides() {
        tell(PICTURE, false, PortalWords.ENGLISH);
    }

    /** @param scripts whether the browser runs them; without, the pictures of the guides are taken as well */
    private void tell(int[] size, boolean scripts, PortalWords words) {
        try (SeasonCast cast = new SeasonCast(browser, system, size, scripts, words, !scripts)) {
            SeasonMember member = new SeasonMember(cast);
            SeasonGoods goods = new SeasonGoods(cast);
            SeasonReports reports = new SeasonReports(cast);
            SeasonMoney money = new SeasonMoney(cast);

            told("a firm applies", member::applies);
            told("it is admitted", member::isAdmitted);
            told("it pays for its share", member::paysForItsShare);
            told("it signs in for the first time", member::signsInForTheFirstTime);
            told("a standard is published", goods::qualityDeskPublishesAStandard);
            told("prices are published", goods::pricingDeskPublishesPrices);
            told("a partner is registered", goods::logisticsDeskRegistersAPartner);
            told("its buyer signs in for the first time", goods::buyerOfThePartnerSignsInForTheFirstTime);
            told("a partner orders", goods::partnerOrders);
            told("the producer commits", goods::producerCommits);
            told("the producer reports", reports::producerReportsALotCorrectsItAndShowsIt);
            told("the producer reports many lots", reports::producerReportsManyLots);
            told("a lot is inspected unit by unit", goods::auditorInspectsUnitByUnit);
            told("a lot is inspected by totals", () -> goods.auditorInspectsByTotals(2));
            told("the certificate is looked up", goods::anybodyLooksUpTheCertificate);
            told("the order is shipped", goods::logisticsDeskShips);
            told("the partner sees it", goods::partnerSeesDeliveryAndInvoice);
            told("another lot is inspected", () -> goods.auditorInspectsByTotals(3));
            told("the partner pays", () -> money.treasurerEntersThePartnersPayment(goods.invoice()));
            told("the pool is settled", money::pricingDeskSettlesThePool);
            told("the statement is proven", money::producerProvesItsStatement);
            told("the producer is paid", money::treasurersPayTheProducer);
            told("a vote is cast", member::proposesAndAnotherVotes);
            told("the member leaves", () -> member.leaves(goods.unsoldLot()));
            told("its share is paid out", money::treasurersPayTheExit);
            told("it sees that", member::isPaidForItsShare);

            assertThat(goods.tapsAUnit()).as("taps of the auditor a unit").isLessThanOrEqualTo(MAX_TAPS_A_UNIT);
            assertThat(cast.complaints()).isEmpty();
            assertThat(cast.leftInEnglish()).isEmpty();
            assertThat(cast.pictures.wrong())
                    .as("pictures of the guides; -Dpictures=write writes them anew")
                    .isEmpty();
        }
    }

    private static void told(String what, Runnable step) {
        long begin = System.nanoTime();
        step.run();
        System.out.printf("Told by clicks: %s (%d ms)%n", what, (System.nanoTime() - begin) / 1_000_000);
    }
}
