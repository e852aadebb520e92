package coop.parasol.portal.mail;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Starts a real SMTP server for tests, and injects it into their fields. */
public final class MailServerResource implements QuarkusTestResourceLifecycleManager {

    private @Nullable SmtpProxy server;

    @Override
    public Map<String, String> start() {
        try {
            SmtpProxy started = new SmtpProxy();
            server = started;
            return Map.of(
                    "parasol.smtp.host", "127.0.0.1",
                    "parasol.smtp.port", Integer.toString(started.port()),
                    "parasol.smtp.from", "notices@firm.example",
                    "parasol.smtp.security", "none",
                    "parasol.smtp.timeout", "2s");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(
                Objects.requireNonNull(server), field -> field.getType().equals(SmtpProxy.class));
    }

    @Override
    public void stop() {
        if (server != null) {
            server.close();
        }
    }
}
