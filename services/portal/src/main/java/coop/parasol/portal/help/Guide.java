package coop.parasol.portal.help;

import coop.parasol.portal.page.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What each role does on which page, written in Markdown in {@code docs/guide} and, translated, in folders below it. */
enum Guide {
    PUBLIC,
    PRODUCER,
    REPORTING_BATCHES,
    AUDITOR,
    PARTNER,
    REGISTRAR,
    TREASURER,
    QUALITY_DESK,
    PRICING_DESK,
    LOGISTICS_DESK,
    NOTICES,
    ADMINISTRATOR;

    private static final Set<Guide> FOR_EVERYBODY = EnumSet.of(PUBLIC, REPORTING_BATCHES, NOTICES);

    /** What the name of a picture of a guide looks like; nothing else is read from the class path. */
    private static final Pattern PICTURE = Pattern.compile("[a-z0-9-]+\\.png");

    /** As it stands in the address and is the name of the file. */
    String path() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it is about what people with these roles do; guides of a role are named like it, the others are for everybody. */
    boolean isFor(Set<String> roles) {
        return FOR_EVERYBODY.contains(this) || roles.contains(path());
    }

    static Optional<Guide> at(String path) {
        return Arrays.stream(values())
                .filter(guide -> guide.path().equals(path))
                .findFirst();
    }

    /** A picture of a guide as PNG; empty if there is none of that name. */
    static Optional<byte[]> picture(String name) {
        if (!PICTURE.matcher(name).matches()) {
            return Optional.empty();
        }
        try (InputStream content = resource("guide/images/" + name)) {
            return content == null ? Optional.empty() : Optional.of(content.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads and renders the guide; it does not change while the portal runs. */
    GuideText read(Language language) {
        String folder = language == Language.ENGLISH ? "" : language.code() + "/";
        String file = "guide/" + folder + path() + ".md";
        try (InputStream content = Objects.requireNonNull(resource(file), file)) {
            return GuideText.of(new String(content.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable InputStream resource(String file) {
        return Thread.currentThread().getContextClassLoader().getResourceAsStream(file);
    }
}
