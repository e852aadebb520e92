package coop.parasol.web.openapi;

import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.servers.Server;

/** Where a service is reached. */
final class Servers {

    private Servers() {}

    static List<Server> of(String service) {
        String port = ConfigProvider.getConfig()
                .getOptionalValue("quarkus.http.port", String.class)
                .orElse("8080");
        return List.of(
                OASFactory.createServer()
                        .url("http://{host}:" + port)
                        .description("The service itself, as ./parasol up and Compose install it")
                        .addVariable(
                                "host",
                                OASFactory.createServerVariable()
                                        .defaultValue("localhost")
                                        .description("The machine that it runs on")),
                OASFactory.createServer()
                        .url("{origin}/api/" + service)
                        .description("Behind the installation's public origin, where one is set up")
                        .addVariable(
                                "origin",
                                OASFactory.createServerVariable()
                                        .defaultValue("http://localhost:8080")
                                        .description("The public origin of the installation")));
    }
}
