package coop.parasol.portal.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SignInsUnderWayTest {

    @Test
    void as_many_sign_ins_as_a_person_has_tabs_are_kept() {
        assertThat(SignInsUnderWay.beyondMax(List.of(cookies(1, SignInsUnderWay.MAX))))
                .isEmpty();
        assertThat(SignInsUnderWay.beyondMax(List.of())).isEmpty();
    }

    @Test
    void of_more_the_oldest_are_forgotten() {
        assertThat(SignInsUnderWay.beyondMax(List.of(cookies(1, SignInsUnderWay.MAX + 2))))
                .containsExactly("q_auth_1", "q_auth_2");
    }

    @Test
    void over_http_2_each_cookie_may_have_a_header_of_its_own() {
        assertThat(SignInsUnderWay.beyondMax(IntStream.rangeClosed(1, SignInsUnderWay.MAX + 1)
                        .mapToObj(number -> cookies(number, number))
                        .toList()))
                .containsExactly("q_auth_1");
    }

    @Test
    void other_cookies_are_left_alone() {
        assertThat(SignInsUnderWay.beyondMax(
                        List.of("parasol-csrf=a=b; q_session=x; nothing; " + cookies(1, SignInsUnderWay.MAX))))
                .isEmpty();
    }

    private static String cookies(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(number -> "q_auth_" + number + "=state|path=")
                .collect(Collectors.joining("; "));
    }
}
