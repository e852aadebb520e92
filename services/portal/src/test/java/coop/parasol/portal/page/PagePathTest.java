package coop.parasol.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A page that checks something belongs to the page that it came from. */
class PagePathTest {

    @Test
    void a_check_is_where_the_page_is_that_it_came_from() {
        assertThat(PagePath.of("/checked/0198c000-0000-7000-8000-0000000000f2/treasury/runs/7"))
                .isEqualTo("/treasury/runs/7");
        assertThat(PagePath.of("/treasury/runs/7")).isEqualTo("/treasury/runs/7");
        assertThat(PagePath.of("/checked/7")).isEqualTo("/checked/7");
    }
}
