package coop.parasol.acceptance.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import coop.parasol.acceptance.RunningSystem;
import coop.parasol.local.servers.Component;
import coop.parasol.local.servers.ServiceLauncher;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The portal is replaced by another build of it while a phone has work that has not arrived. */
@Tag("full")
@ExtendWith(PortalExtension.class)
class PortalNextBuildTest {

    private static final String SAYS_NEXT = "\ndocument.documentElement.dataset.build = 'next';\n";
    private static final String BUILD = "document.documentElement.dataset.build === 'next'";

    private final RunningSystem system;
    private final PortalBrowser browser;

    @TempDir
    Path folder;

    PortalNextBuildTest(RunningSystem system, PortalBrowser browser) {
        this.system = system;
        this.browser = browser;
    }

    @Test
    void work_that_has_not_arrived_outlives_a_portal_of_another_build() throws IOException {
        String lot = "NEXT-" + System.nanoTime();
        OfflineBatches batches = new OfflineBatches(system);
        try (Phone phone = new Phone(browser, folder.resolve("phone"))) {
            OfflineBatches.begin(phone, system.user("producer"));
            Page page = phone.page();
            phone.line().cut();
            OfflineBatches.keep(page, lot, "10");
            phone.hasUnsent(1);
            page.context().clearCookies();
            page.locator("#lot").fill("typed and not kept");
            restart(nextBuild());
            phone.line().mend();

            page.evaluate("navigator.serviceWorker.getRegistration().then(registration => registration.update())");
            assertThat(page.locator("#new-version")).isVisible();
            assertThat(page.locator("#lot")).hasValue("typed and not kept");
            assertThat(page.evaluate(BUILD)).as("what is open goes on as it is").isEqualTo(false);
            page.locator("#use-new-version").click();
            phone.until(
                    "navigator.serviceWorker.getRegistration().then(registration => registration.waiting === null)");
            assertThat(page.locator("#lot")).hasValue("typed and not kept");
            phone.hasUnsent(1).closeBrowser();

            phone.line().cut();
            phone.page().navigate("/offline");
            phone.until(BUILD).hasUnsent(1);
            assertThat(batches.reported(lot)).isEmpty();
            phone.line().mend();
            phone.signIn(system.user("producer")).types(Phone.PIN).isOpen().hasUnsent(0);
            assertThat(batches.reported(lot)).hasSize(1);
        } finally {
            restart(built());
        }
    }

    private Path built() {
        return system.installation().root().resolve("services/portal/target/quarkus-app");
    }

    /** The built portal with another script. */
    private Path nextBuild() throws IOException {
        Path next = folder.resolve("next");
        try (Stream<Path> files = Files.walk(built())) {
            for (Path file : files.toList()) {
                Path copy = next.resolve(built().relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
        try (Stream<Path> jars = Files.list(next.resolve("app"));
                FileSystem jar = FileSystems.newFileSystem(jars.findFirst().orElseThrow())) {
            Path script = jar.getPath("shell/page.js");
            Files.write(
                    script,
                    List.of(Files.readString(script, StandardCharsets.UTF_8) + SAYS_NEXT),
                    StandardCharsets.UTF_8);
        }
        return next;
    }

    private void restart(Path application) {
        ServiceLauncher portal =
                new ServiceLauncher(system.installation(), RunningSystem.settings(system.installation()));
        system.installation().processes().kill(Component.PORTAL);
        portal.launch(Component.PORTAL, application);
        portal.await(Component.PORTAL);
    }
}
