package coop.parasol.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A language in which a person can be written to. */
public enum MailLanguage {
    ENGLISH("en"),
    HINDI("hi"),
    GUJARATI("gu"),
    JAPANESE("ja"),
    CHINESE("zh-CN");

    private final String tag;

    MailLanguage(String tag) {
        this.tag = tag;
    }

    /** BCP 47, as Keycloak names its texts. */
    public String tag() {
        return tag;
    }

    /** The language of a tag such as {@code gu}, {@code gu-IN} or {@code zh-CN}; empty where it is none of these. */
    public static Optional<MailLanguage> of(@Nullable String tag) {
        if (tag == null) {
            return Optional.empty();
        }
        String primary = primary(tag.strip().toLowerCase(Locale.ROOT));
        return Arrays.stream(values())
                .filter(language -> primary(language.tag).equals(primary))
                .findFirst();
    }

    private static String primary(String tag) {
        return tag.split("[-_]", 2)[0];
    }
}
