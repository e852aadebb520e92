package coop.parasol.acceptance.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;

/** The way of money through a season told by clicks: from the partner's payment to the producer's account. */
final class SeasonMoney {

    /** The partner's payment reaches the pool within some seconds. */
    private static final int MAX_DRAFTS = 30;

    private static final BigDecimal SOLD = new BigDecimal("6000.00");

    private final SeasonCast cast;
    private BigDecimal payable = BigDecimal.ZERO;

    SeasonMoney(SeasonCast cast) {
        this.cast = cast;
    }

    void treasurerEntersThePartnersPayment(String invoice) {
        Person treasurer = cast.person("tara");
        treasurer
                .go("/treasury/invoices")
                .follow("main a[href='/treasury/invoices/" + invoice + "']")
                .type("amount", SOLD.toPlainString())
                .type("bankReference", "PAY-" + cast.tag);
        cast.picture(treasurer, "treasurer-invoice");
        treasurer.press("/check").follow("main form button[type=submit]");
        assertThat(treasurer.text()).contains("PAY-" + cast.tag);
        Person partner = cast.person("bazaar");
        partner.page().navigate("/invoices/" + invoice);
        assertThat(partner.has("main .state.good"))
                .as("the partner sees that it has paid")
                .isTrue();
    }

    /** Drafted again until the receipts are in it; another person settles it. */
    void pricingDeskSettlesThePool() {
        Person first = cast.person("priya");
        for (int i = 0; i < MAX_DRAFTS && !hasReceipts(first); i++) {
            first.go("/pricing/settlements").follow("main a[href='/pricing/settlements/draft']");
            first.type("product", cast.product).type("period", cast.period).type("costs", "Freight, BILL-1, 100.00");
            first.page().locator("main form button[type=submit]").first().click();
            first.page().waitForLoadState();
        }
        assertThat(hasReceipts(first))
                .as("the receipts in a draft:" + first.text())
                .isTrue();
        String draft = first.path();
        assertThat(first.has("main form[action$='/check']"))
                .as("the first person settles nothing")
                .isFalse();
        Person second = cast.person("pavan");
        second.go("/pricing/settlements").follow("main a[href='" + draft + "']");
        cast.picture(second, "pricing-settlement");
        second.press("/check").press("/approval");
        assertThat(second.has("main .done")).isTrue();
    }

    private static boolean hasReceipts(Person desk) {
        return desk.has("main svg.chart")
                && desk.page().locator("main details").first().textContent().contains("6,000.00");
    }

    /** Line by line: what is payable is the sum of the lines less advances. */
    void producerProvesItsStatement() {
        Person producer = cast.producer();
        producer.go("/money");
        producer.untilSeen(cast.product).follow("main a[href^='/money/statements/']");
        BigDecimal sum = producer.page().locator("main tbody td:last-child").all().stream()
                .map(cell -> Person.amount(cell.innerText()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        List<BigDecimal> foot = new ArrayList<>();
        for (Locator cell : producer.page().locator("main tfoot td").all()) {
            foot.add(Person.amount(cell.innerText()));
        }
        assertThat(foot.getFirst()).as("sum of the lines").isEqualByComparingTo(sum);
        payable = foot.getLast();
        assertThat(payable)
                .isEqualByComparingTo(sum.add(foot.get(1)))
                .isPositive()
                .isLessThan(SOLD);
        producer.until("the payout in the books", () -> producer.has("main dl.facts"));
        cast.picture(producer, "producer-statement");
        String shown = producer.page().locator("main tfoot td").last().innerText();
        assertThat(printed(producer)).contains(unspaced(cast.product), unspaced(shown));
    }

    /** The text of the statement as PDF, without spaces. */
    private static String printed(Person producer) {
        String address = producer.page().locator("main a[href$='/pdf']").getAttribute("href");
        try (PDDocument pdf =
                Loader.loadPDF(producer.page().request().get(address).body())) {
            return unspaced(new PDFTextStripper().getText(pdf));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String unspaced(String text) {
        return text.replaceAll("[\\s\\u00a0\\u202f]", "");
    }

    void treasurersPayTheProducer() {
        pay("POOL", payable);
        Person producer = cast.producer();
        producer.go("/money").follow("main a[href^='/money/payables/']");
        assertThat(producer.text()).contains("POOL-" + cast.tag);
        assertThat(Person.amount(producer.fact(producer.words().text("Amount", "money", "amount"))))
                .isEqualByComparingTo(payable);
    }

    void treasurersPayTheExit() {
        pay("EXIT", null);
    }

    /** One treasurer drafts a payment run, another approves it, and the first enters what the bank has paid to the producer. */
    private void pay(String reference, @Nullable BigDecimal amount) {
        Person first = cast.person("tara");
        first.go("/treasury/runs")
                .follow("main a[href='/treasury/payables?state=OPEN']")
                .untilSeen(cast.firm);
        first.go("/treasury/runs").follow("main a[href='/treasury/runs/draft']").press("/treasury/runs/draft");
        String path = first.path();
        assertThat(first.has("main form[action$='/check']"))
                .as("the first treasurer approves nothing")
                .isFalse();
        Person second = cast.person("tomas");
        second.go("/treasury/runs")
                .follow("main a[href='" + path + "']")
                .press("/check")
                .press("/approval");
        assertThat(second.has("main .done")).isTrue();

        first.page().reload();
        first.follow("main tr:has-text('" + cast.firm + "') a[href^='/treasury/payables/']");
        if (amount != null) {
            assertThat(Person.amount(first.fact(first.words().text("Amount", "treasury", "amount"))))
                    .isEqualByComparingTo(amount);
        }
        first.page()
                .locator("main form[action$='/check-payment'] [name=bankReference]")
                .fill(reference + "-" + cast.tag);
        if (amount != null) {
            cast.picture(first, "treasurer-payable");
        }
        first.press("/check-payment").press("/payment");
        assertThat(first.has("main .done")).isTrue();
    }
}
