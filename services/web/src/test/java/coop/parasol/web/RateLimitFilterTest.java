package coop.parasol.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.net.SocketAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which addresses count as one client. */
class RateLimitFilterTest {

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7",
        "2001:db8:0:0:1:2:3:4, 2001:db8:0:0",
        "2001:db8::1, 2001:db8:0:0",
        "unknown, unknown",
        "_hidden, _hidden"
    })
    void a_client_is_its_address_an_IPv6_client_its_network_and_an_unknown_one_a_client_too(
            String address, String client) {
        assertThat(RateLimitFilter.network(RateLimitFilter.client(SocketAddress.inetSocketAddress(1, address))))
                .isEqualTo(client);
    }
}
