package coop.parasol.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What an operator asks a service is on a port of its own, which only this machine reaches. */
class ManagementPortTest {

    private static final RunningSystem SYSTEM = RunningSystem.afterASeason();

    @SuppressWarnings("unused") // read by @FieldSource
    private static final List<String> SERVICES = ArchitectureRules.SERVICES;

    @ParameterizedTest
    @FieldSource("SERVICES")
    void health_metrics_and_openapi_are_on_the_management_port_and_not_beside_the_api(String service) {
        for (String path : new String[] {"/q/health/ready", "/q/metrics", "/q/openapi"}) {
            assertThat(RestAssured.get(SYSTEM.managementUrl(service) + path).statusCode())
                    .as(path)
                    .isEqualTo(200);
            assertThat(RestAssured.get(SYSTEM.url(service) + path).statusCode())
                    .as(path + " beside the API")
                    .isEqualTo(404);
        }
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void the_management_port_is_open_on_loopback_only(String service) throws IOException {
        int port = URI.create(SYSTEM.managementUrl(service)).getPort();
        Optional<InetAddress> other = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .findFirst();
        try (Socket loopback = new Socket(InetAddress.getLoopbackAddress(), port)) {
            assertThat(loopback.isConnected()).isTrue();
        }
        other.ifPresent(address -> assertThatThrownBy(() -> {
                    try (Socket outside = new Socket()) {
                        outside.connect(new InetSocketAddress(address, port), 2_000);
                    }
                })
                .isInstanceOf(IOException.class));
    }
}
