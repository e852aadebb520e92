package coop.parasol.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever has no desk finds no page of a desk, instead of an empty one. */
class DeskPathsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/registrar/exits",
                "treasury/payables",
                "/administration",
                "/staff",
                "/csv/registrar/members.csv",
                "/quality",
                "/pricing/lists",
                "/logistics/orders"
            })
    void pages_of_desks_are_there_for_people_of_desks_alone(String path) {
        assertThat(DeskPaths.isFor(path, Set.of("producer", "auditor", "partner")))
                .isFalse();
        assertThat(DeskPaths.isFor(path, Set.of("producer", "pricing-desk"))).isTrue();
        assertThat(DeskPaths.isFor(path, Set.of("administrator"))).isTrue();
    }

    @Test
    void all_other_pages_are_there_for_everybody() {
        for (String path : new String[] {"/", "/home", "/my-quality", "/qualityOfLife", "/orders", "/csv/orders.csv"}) {
            assertThat(DeskPaths.isFor(path, Set.of())).as(path).isTrue();
        }
    }
}
