package coop.parasol.acceptance.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;

/** The way of goods through a season told by clicks: from the standard to the delivery. */
final class SeasonGoods {

    private static final int ORDERED = 2 * SeasonReports.LOT;

    private final SeasonCast cast;
    private double tapsAUnit = Double.MAX_VALUE;
    private String certificate = "";
    private String invoice = "";

    SeasonGoods(SeasonCast cast) {
        this.cast = cast;
    }

    /** The lot that nobody has ordered. */
    String unsoldLot() {
        return cast.lot(3);
    }

    String invoice() {
        return invoice;
    }

    double tapsAUnit() {
        return tapsAUnit;
    }

    void qualityDeskPublishesAStandard() {
        Person first = cast.person("qadir");
        first.go("/quality/standards")
                .follow("main a[href='/quality/standards/new']")
                .type("product", cast.product)
                .type("name", "Bowl of red clay")
                .type("c0.name", "no crack")
                .choose("c0.kind", "ATTRIBUTE")
                .choose("c0.defectClass", "CRITICAL")
                .type("c1.name", "weight")
                .choose("c1.kind", "VARIABLE")
                .choose("c1.defectClass", "MAJOR")
                .type("c1.unit", "GRM")
                .type("c1.lower", "480")
                .type("c1.upper", "560")
                .type("c2.name", "even glaze")
                .choose("c2.kind", "ATTRIBUTE")
                .choose("c2.defectClass", "MINOR")
                .press("/quality/standards/new");
        assertThat(first.has("main form[action$='/approve']"))
                .as("the first person approves nothing")
                .isFalse();

        Person second = cast.person("qasim");
        second.go("/quality/standards").followText(cast.product);
        cast.picture(second, "quality-standard");
        second.press("/approve");
        assertThat(second.text()).contains(cast.product);
    }

    void pricingDeskPublishesPrices() {
        Person first = cast.person("priya");
        first.go("/pricing/lists")
                .follow("main a[href='/pricing/lists/draft']")
                .type(
                        "lines",
                        "product,grade,tier,from,unit,price\n" + cast.product + ",A,RETAIL,1,C62,300.00\n"
                                + cast.product + ",B,RETAIL,1,C62,270.00\n")
                .type("differentials", cast.product + ",B,0.9");
        cast.picture(first, "pricing-draft");
        first.press("/pricing/lists/draft");
        String list = first.path();
        assertThat(first.has("main form[action$='/check']"))
                .as("the first person publishes nothing")
                .isFalse();

        Person second = cast.person("pavan");
        second.go("/pricing/lists")
                .follow("main a[href='" + list + "']")
                .press("/check")
                .press("/approval");
        assertThat(second.has("main .done")).isTrue();
    }

    void logisticsDeskRegistersAPartner() {
        Person logistics = cast.person("leela");
        logistics
                .go("/logistics/partners")
                .follow("main a[href='/logistics/partners/register']")
                .type("name", "Corner shop " + cast.tag)
                .type("country", "IN")
                .type("tier", "RETAIL")
                .type("creditLimit", "5000.00");
        cast.picture(logistics, "logistics-partner");
        logistics.follow("main form button[type=submit]");
        assertThat(logistics.text()).contains("Corner shop " + cast.tag);
    }

    /** The desk makes an account for a buyer of the new partner, who signs in and sees the catalogue at its prices. */
    void buyerOfThePartnerSignsInForTheFirstTime() {
        String email = "buyer-" + cast.tag + "@shop.example";
        Person logistics = cast.person("leela");
        logistics
                .follow("main a[href$='/accounts']")
                .type("name", "Meena Shah")
                .type("email", email)
                .press("/accounts");
        assertThat(logistics.text()).contains(email);
        cast.picture(logistics, "logistics-accounts");
        logistics.press("/one-time-password");
        String once = logistics.page().locator("main dd code").innerText();

        Person buyer = cast.newcomer(email).signInForTheFirstTime(email, once, "a password of the buyer alone");
        buyer.go("/catalogue").untilSeen(cast.product);
    }

    /** Lines are pasted as a spreadsheet copies them. */
    void partnerOrders() {
        Person partner = cast.person("bazaar");
        partner.go("/catalogue").untilSeen(cast.product);
        partner.go("/orders")
                .follow("main a[href='/orders/new']")
                .type("reference", "PO-" + cast.tag)
                .choose("period", cast.plannedWeek)
                .type("pasted", "product\tgrade\tquantity\n" + cast.product + "\tA\t" + ORDERED)
                .press("do", "read");
        assertThat(partner.page().locator("main table.entry input").first().inputValue())
                .isEqualTo(cast.product);
        partner.press("do", "check");
        assertThat(Person.amount(partner.page().locator("main tfoot strong").innerText()))
                .isEqualByComparingTo("6000");
        partner.press("/orders/new/place");
        cast.picture(partner, "partner-order");
        assertThat(partner.has("main .done")).isTrue();
    }

    void producerCommits() {
        Person producer = cast.producer();
        String commit = "main a[href*='product=" + cast.product + "'][href*='period=" + cast.plannedWeek + "']";
        producer.go("/outlook")
                .until("the order in the outlook", () -> producer.has(commit))
                .follow(commit)
                .follow("main a[href^='/capacities?product=" + cast.product + "']")
                .type("quantity", String.valueOf(SeasonReports.LOT))
                .press("/capacities")
                .go("/outlook")
                .follow(commit)
                .type("quantity", String.valueOf(SeasonReports.LOT))
                .type("route", "thrown and fired at 1,000 degrees");
        cast.picture(producer, "producer-commit");
        producer.press("/commitments");
        assertThat(producer.text()).contains("thrown and fired at 1,000 degrees");
    }

    void auditorInspectsUnitByUnit() {
        Person auditor = cast.person("arun");
        openInspection(auditor, cast.lot(1));
        auditor.press("/claim");
        cast.picture(auditor, "auditor-tasks");
        String tasks = auditor.path();
        auditor.follow("main a[href='" + tasks + "/photos']").follow("main a[href^='/batches/'][href$='/photos']");
        assertThat(auditor.text()).contains("The rim of " + cast.lot(1));
        auditor.follow("main a[href='" + tasks + "']");
        int units = auditor.page().locator("main .unit-number").count();
        auditor.follow("main a[href*='/units']");
        int before = auditor.taps();
        List<Locator> weights = auditor.page()
                .locator("main fieldset.unit input[inputmode=decimal]")
                .all();
        assertThat(weights).hasSize(units);
        for (Locator weight : weights) {
            auditor.type(String.valueOf(weight.getAttribute("name")), "512");
        }
        auditor.press("then", "next");
        tapsAUnit = (double) (auditor.taps() - before) / units;
        System.out.println("The auditor taps " + tapsAUnit + " times a unit, with a weight to type for each");
        finish(auditor);
    }

    /** The second lot and, once it is shipped, the third. */
    void auditorInspectsByTotals(int number) {
        Person auditor = cast.person("arun");
        openInspection(auditor, cast.lot(number));
        auditor.press("/claim").follow("main a[href*='/counts']");
        for (Locator count :
                auditor.page().locator("main input[inputmode=numeric]").all()) {
            auditor.type(String.valueOf(count.getAttribute("name")), "0");
        }
        if (number == 2) {
            cast.picture(auditor, "auditor-totals");
        }
        auditor.press("/counts");
        finish(auditor);
    }

    private static void openInspection(Person auditor, String lot) {
        auditor.go("/inspections")
                .follow("main a[href='/inspections?place=Khurja']")
                .untilSeen(lot)
                .followText(lot);
    }

    private static void finish(Person auditor) {
        auditor.follow("main a[href*='/details']")
                .choose("grade", "A")
                .type("remarks", "Clean work.")
                .press("/details")
                .follow("main a[href*='/check']")
                .press("/submit");
        assertThat(auditor.has("main .state.good")).isTrue();
    }

    void anybodyLooksUpTheCertificate() {
        Person producer = cast.producer();
        producer.go("/batches").followText(cast.lot(1));
        producer.until("the certificate", () -> producer.has("main a[href^='/certificates/']"));
        certificate = producer.page()
                .locator("main a[href^='/certificates/']")
                .first()
                .innerText();
        Person anybody = cast.anybody();
        anybody.page().navigate("/");
        anybody.follow("nav a[href='/certificates']");
        anybody.page().locator("main form input:not([type=hidden])").first().fill(certificate);
        anybody.follow("main form button[type=submit]");
        assertThat(anybody.has(".verdict.in-force")).isTrue();
        cast.picture(anybody, "certificate");
        assertThat(anybody.text()).contains(certificate, "Bowl of red clay").doesNotContain(cast.firm);
    }

    void logisticsDeskShips() {
        Person logistics = cast.person("leela");
        logistics.go("/logistics/orders").followText("PO-" + cast.tag);
        logistics
                .until("goods for the whole order", () -> Integer.parseInt(reserved(logistics)) == ORDERED)
                .type("reference", "DN-" + cast.tag);
        cast.picture(logistics, "logistics-dispatch");
        logistics.press("/check-dispatch").follow("main form button[type=submit]");
        logistics.go("/logistics/shipments").follow("main tr:has-text('DN-" + cast.tag + "') a");
        logistics.press("/check").press("/delivery");
        assertThat(logistics.has("main .done")).isTrue();
    }

    private static String reserved(Person logistics) {
        return logistics
                .page()
                .locator("main tbody tr")
                .first()
                .locator("td")
                .nth(4)
                .innerText()
                .strip();
    }

    void partnerSeesDeliveryAndInvoice() {
        Person partner = cast.person("bazaar");
        partner.go("/deliveries").follow("main tr:has-text('DN-" + cast.tag + "') a");
        assertThat(partner.text()).contains(certificate);
        cast.picture(partner, "partner-delivery");
        partner.follow("main a[href^='/invoices/']");
        invoice = partner.page().url().substring(partner.page().url().lastIndexOf('/') + 1);
        assertThat(Person.amount(partner.fact(partner.words().text("Total", "partner", "total"))))
                .isEqualByComparingTo("6000");
        cast.picture(partner, "partner-invoice");
    }
}
