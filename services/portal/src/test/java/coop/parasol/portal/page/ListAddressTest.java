package coop.parasol.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The address of a filtered list, to which a pager adds its cursor. */
class ListAddressTest {

    @Test
    void only_what_is_filtered_stands_in_the_address() {
        assertThat(ListAddress.of("/orders")
                        .with("state", " ACCEPTED ")
                        .with("partner", "")
                        .with("reference", "A&B 7")
                        .with("lot", null)
                        .more())
                .isEqualTo("/orders?state=ACCEPTED&reference=A%26B+7&");
        assertThat(ListAddress.of("/orders").more()).isEqualTo("/orders?");
    }

    @Test
    void nothing_but_blanks_is_nothing() {
        assertThat(ListAddress.given("  ")).isNull();
        assertThat(ListAddress.given(" OPEN ")).isEqualTo("OPEN");
    }
}
