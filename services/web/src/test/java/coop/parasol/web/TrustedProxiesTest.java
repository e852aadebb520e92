package coop.parasol.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrustedProxiesTest {

    private static final String PORTAL = "192.0.2.1";

    @Test
    void who_is_not_trusted_calls_from_where_it_is_connected() {
        assertThat(new TrustedProxies(Optional.empty()).caller(PORTAL, List.of("198.51.100.7")))
                .isEqualTo(PORTAL);
        assertThat(new TrustedProxies(Optional.of(List.of("192.0.2.2"))).caller(PORTAL, List.of("198.51.100.7")))
                .isEqualTo(PORTAL);
    }

    @Test
    void a_trusted_proxy_says_from_where_a_call_came() {
        TrustedProxies proxies = new TrustedProxies(Optional.of(List.of("192.0.2.2", " " + PORTAL)));
        assertThat(proxies.caller(PORTAL, List.of("198.51.100.7"))).isEqualTo("198.51.100.7");
        assertThat(proxies.caller(PORTAL, List.of("203.0.113.9, 198.51.100.7")))
                .as("what the caller itself says stands before")
                .isEqualTo("198.51.100.7");
        assertThat(proxies.caller(PORTAL, List.of())).isEqualTo(PORTAL);
    }
}
