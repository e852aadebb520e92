package coop.parasol.local.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Canonical forms and their SHA-256, as {@code docs/ledger-proof.md} describes them. */
public final class CanonicalForm {

    /** Digest of what is before the first entry. */
    static final String NOTHING = "00".repeat(32);

    private static final long MICROS = 1_000_000;
    private static final int NANOS_OF_A_MICRO = 1_000;

    private final List<@Nullable String> fields = new ArrayList<>();
    private final String kind;

    /** @param kind names the form */
    public CanonicalForm(String kind) {
        this.kind = kind;
    }

    static String header(JsonNode header) {
        return new CanonicalForm("parasol-entry-2")
                .fields(header, "salt", "event", "sourceDocument", "causationId", "correlationId", "actor")
                .add(micros(header.path("bookedAt")))
                .fields(header, "bookedOn", "memberId")
                .add(text(header.path("reference")))
                .add(text(header.path("narrative")))
                .fields(header, "reverses")
                .digest();
    }

    /** Digest of a text with its salt, or as it is given where both were erased; absent where there is no text. */
    static @Nullable String text(JsonNode text) {
        if (!text.isObject()) {
            return null;
        }
        return isHidden(text)
                ? text.path("digest").asText()
                : new CanonicalForm("parasol-text-2")
                        .fields(text, "salt", "text")
                        .digest();
    }

    /** Of a line that is shown, or as it is given where the line is hidden. */
    static String line(JsonNode line) {
        return isHidden(line)
                ? line.path("digest").asText()
                : new CanonicalForm("parasol-line-1")
                        .fields(line, "salt", "line", "account", "memberId", "amount", "balance", "memberBalance")
                        .digest();
    }

    /** Whether only the digest of a line or a text is there. */
    static boolean isHidden(JsonNode part) {
        return part.hasNonNull("digest");
    }

    static String content(JsonNode link) {
        CanonicalForm content = new CanonicalForm("parasol-content-1").add(header(link.path("header")));
        link.path("lines").forEach(line -> content.add(line(line)));
        return content.digest();
    }

    static String link(JsonNode link, String content) {
        return new CanonicalForm("parasol-link-1")
                .fields(link, "entry")
                .add(content)
                .fields(link, "previous", "previousDigest", "skip", "skipDigest")
                .digest();
    }

    /** One field after the others; null where it is absent. */
    public CanonicalForm add(@Nullable String field) {
        fields.add(field);
        return this;
    }

    private CanonicalForm fields(JsonNode from, String... names) {
        for (String name : names) {
            add(from.hasNonNull(name) ? from.path(name).asText() : null);
        }
        return this;
    }

    /** SHA-256 of the form, hexadecimal. */
    public String digest() {
        StringBuilder text = new StringBuilder(kind).append('\n');
        for (String field : fields) {
            if (field == null) {
                text.append("-\n");
            } else {
                text.append(field.getBytes(StandardCharsets.UTF_8).length)
                        .append(':')
                        .append(field)
                        .append('\n');
            }
        }
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Microseconds since 1970; a time that is none stands for itself, and the digest will not be the right one. */
    private static @Nullable String micros(JsonNode time) {
        try {
            Instant instant = Instant.parse(time.asText());
            boolean exact = instant.getNano() % NANOS_OF_A_MICRO == 0;
            return exact
                    ? Long.toString(instant.getEpochSecond() * MICROS + instant.getNano() / NANOS_OF_A_MICRO)
                    : null;
        } catch (DateTimeException e) {
            return time.asText();
        }
    }
}
