package coop.parasol.portal.production;

import static org.assertj.core.api.Assertions.assertThat;

import coop.parasol.contracts.Period;
import coop.parasol.contracts.Quantity;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProducerHomeTest {

    @Test
    void a_producer_that_commits_more_than_is_wanted_hides_nothing_from_the_others() {
        ProductionClient.Outlook overcommitted = week("2026-W53", 1_000_000, 0, 150);

        assertThat(ProducerHome.worthCommitting(List.of(overcommitted))).containsExactly(overcommitted);
    }

    @Test
    void what_would_not_count_is_not_shown_as_wanted_even_if_it_is_uncovered() {
        assertThat(ProducerHome.worthCommitting(List.of(week("2026-W53", 0, 300, 0))))
                .isEmpty();
    }

    @Test
    void the_next_weeks_come_first() {
        List<ProductionClient.Outlook> outlook =
                List.of(week("2027-W03", 0, 300, 300), week("2026-W52", 0, 300, 0), week("2026-W53", 0, 300, 300));

        assertThat(ProducerHome.worthCommitting(outlook))
                .extracting(each -> each.period().toString())
                .containsExactly("2026-W53", "2027-W03");
    }

    private static ProductionClient.Outlook week(String week, long commitments, long uncovered, long wouldCount) {
        return new ProductionClient.Outlook(
                "SOAP",
                "A",
                Period.parse(week),
                pieces(300),
                pieces(0),
                pieces(0),
                pieces(commitments),
                pieces(uncovered),
                pieces(wouldCount));
    }

    private static Quantity pieces(long number) {
        return Quantity.of(number, "C62");
    }
}
