package coop.parasol.local.mail;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Takes mail to anybody by SMTP (RFC 5321) and writes each to a file {@code <time>-<number>.eml}; nothing leaves this machine.
 */
public final class DemoMailServer implements AutoCloseable {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss-SSS", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final long FORGET_SECONDS = 60;

    private final GreenMail server;
    private final Path folder;
    private final AtomicLong number = new AtomicLong();

    /**
     * A server that takes mail from now on.
     *
     * @param port on loopback; 0 for a free one
     */
    public DemoMailServer(int port, Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        UserManager users = server.getUserManager();
        users.setMessageDeliveryHandler((message, to) -> deliver(users, message, to));
        server.start();
    }

    /** The TCP port on loopback on which it takes mail by SMTP. */
    public int port() {
        return server.getSmtp().getPort();
    }

    private GreenMailUser deliver(UserManager users, MovingMessage message, MailAddress to)
            throws MessagingException, UserException {
        write(message);
        GreenMailUser known = users.getUserByEmail(to.getEmail());
        return known == null ? users.createUser(to.getEmail(), to.getEmail(), to.getEmail()) : known;
    }

    /** All of it or nothing: whoever reads the folder sees no half of a mail. */
    private void write(MovingMessage message) throws MessagingException {
        Path file = folder.resolve(TIME.format(Instant.now()) + "-" + number.incrementAndGet() + ".eml");
        Path partial = folder.resolve(file.getFileName() + ".partial");
        try {
            try (OutputStream out = Files.newOutputStream(partial)) {
                message.getMessage().writeTo(out);
            }
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is written need not be kept in memory too. */
    void forget() throws FolderException {
        server.purgeEmailFromAllMailboxes();
    }

    @Override
    public void close() {
        server.stop();
    }

    /** @param arguments the port and the folder */
    public static void main(String[] arguments) throws InterruptedException, FolderException {
        try (DemoMailServer server = new DemoMailServer(Integer.parseInt(arguments[0]), Path.of(arguments[1]))) {
            while (!Thread.currentThread().isInterrupted()) {
                TimeUnit.SECONDS.sleep(FORGET_SECONDS);
                server.forget();
            }
        }
    }
}
