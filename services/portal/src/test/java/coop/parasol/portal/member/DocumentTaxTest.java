package coop.parasol.portal.member;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.Money;
import coop.parasol.portal.page.Language;
import coop.parasol.portal.page.Parts;
import io.quarkus.qute.Engine;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a producer reads of the tax on top of its payout: without it, the tax, with it, and what was paid. */
@QuarkusTest
class DocumentTaxTest {

    private static final UUID DOCUMENT = new UUID(0, 1);

    @Inject
    Engine engine;

    @Inject
    Parts parts;

    @Test
    void the_sums_and_what_was_paid_of_the_tax_stand_on_the_page() {
        String page = page(Language.ENGLISH, "234.57", List.of(payable("PAID", "34.57", null)));

        assertThat(page)
                .contains(
                        "Tax of document SB-2026-000001",
                        "<dt>Without tax</dt><dd>€1,234.56</dd>",
                        "<dt>Tax on top</dt><dd>€234.57</dd>",
                        "<dt>With tax</dt><dd>€1,469.13</dd>",
                        "€34.57",
                        "€200.00, ");
    }

    @Test
    void tax_that_is_not_paid_yet_or_was_sent_back_says_so_and_tax_that_is_owed_by_the_producer_too() {
        assertThat(page(
                        Language.ENGLISH,
                        "234.57",
                        List.of(payable("RETURNED", "0.00", new UUID(0, 3)), payable("OPEN", "0.00", null))))
                .contains("Open")
                .doesNotContain("Returned", "set off");
        assertThat(page(Language.ENGLISH, "-19.00", List.of())).contains("owed to the firm");
        assertThat(page(Language.ENGLISH, null, List.of())).doesNotContain("Tax");
    }

    @ParameterizedTest
    @EnumSource
    void every_language_has_words_for_it(Language language) {
        assertThat(page(language, "234.57", List.of(payable("PAID", "34.57", null))))
                .contains("SB-2026-000001", "1,469.13");
    }

    private String page(Language language, @Nullable String tax, List<MoneyClient.Payable> taxes) {
        PoolStatementClient.Document document = new PoolStatementClient.Document(
                DOCUMENT,
                "SB-2026-000001",
                Money.of("1234.56", "EUR"),
                tax == null ? null : Money.of(tax, "EUR"),
                null);
        return language.write(() -> engine.parse("{#documentTax document=document taxes=taxes /}")
                .data("document", document)
                .data("taxes", parts.start(() -> taxes).await())
                .render());
    }

    private static MoneyClient.Payable payable(String state, String setOff, @Nullable UUID replacedBy) {
        return new MoneyClient.Payable(
                new UUID(0, 2),
                "PAYOUT_TAX",
                DOCUMENT,
                Money.of("234.57", "EUR"),
                Money.of(setOff, "EUR"),
                LocalDate.of(2026, 11, 30),
                "Tax SB-2026-000001",
                state,
                null,
                null,
                state.equals("PAID") ? "UTR-1" : null,
                state.equals("PAID") ? Instant.EPOCH : null,
                null,
                null,
                replacedBy);
    }
}
