package coop.parasol.portal.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** What a demo's mail server has taken: a file for each mail, which its process writes. A firm has none. */
@ApplicationScoped
class DemoOutbox {

    private static final Logger LOG = Logger.getLogger(DemoOutbox.class);
    private static final Pattern NAME = Pattern.compile("[0-9a-z-]+");
    private static final String ENDING = ".eml";
    private static final int MAX_SHOWN = 50;

    private final Optional<Path> folder;

    DemoOutbox(@ConfigProperty(name = "parasol.demo-mail") Optional<String> folder) {
        this.folder = folder.filter(name -> !name.isBlank()).map(Path::of);
    }

    /**
     * A mail.
     *
     * @param name by which it is found
     * @param lines of its text
     */
    record Mail(String name, String to, String subject, Instant sentAt, List<Line> lines) {}

    /** A line of a mail's text, which may be an address to go to. */
    record Line(String text, boolean isLink) {

        static Line of(String text) {
            return new Line(text, text.strip().matches("https?://\\S+"));
        }
    }

    boolean isThere() {
        return folder.isPresent();
    }

    /** The newest mails, newest first; names begin with the time at which they came. */
    List<Mail> newest() {
        Path in = folder.orElseThrow();
        if (!Files.isDirectory(in)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(in)) {
            return files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted(Comparator.reverseOrder())
                    .limit(MAX_SHOWN)
                    .flatMap(file -> read(file).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<Mail> find(String name) {
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        Path file = folder.orElseThrow().resolve(name + ENDING);
        return Files.exists(file) ? read(file) : Optional.empty();
    }

    private static Optional<Mail> read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), in);
            String name = String.valueOf(file.getFileName());
            return Optional.of(new Mail(
                    name.substring(0, name.length() - ENDING.length()),
                    Arrays.stream(Optional.ofNullable(message.getAllRecipients())
                                    .orElse(new jakarta.mail.Address[0]))
                            .map(Object::toString)
                            .collect(Collectors.joining(", ")),
                    Optional.ofNullable(message.getSubject()).orElse(""),
                    Files.getLastModifiedTime(file).toInstant(),
                    text(message.getContent()).lines().map(Line::of).toList()));
        } catch (IOException | MessagingException unreadable) {
            LOG.warnf("The mail %s cannot be read: %s", file.getFileName(), unreadable.getMessage());
            return Optional.empty();
        }
    }

    /** The first part that is text, as a reader without HTML shows it. */
    private static String text(Object content) throws IOException, MessagingException {
        if (content instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart part = parts.getBodyPart(i);
                String text = part.isMimeType("text/plain") || part.getContent() instanceof Multipart
                        ? text(part.getContent())
                        : "";
                if (!text.isEmpty()) {
                    return text;
                }
            }
            return "";
        }
        return content instanceof String text ? text : "";
    }
}
