package coop.parasol.portal.page;

import coop.parasol.firm.rules.AcceptedLanguage;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ArcContainer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The languages in which the portal can be read. */
public enum Language {
    ENGLISH("en", "en", "en", "English", Locale.UK),
    HINDI("hi", "hi", "hi", "हिन्दी", Locale.of("hi", "IN")),
    GUJARATI("gu", "gu", "gu", "ગુજરાતી", Locale.of("gu", "IN")),
    JAPANESE("ja", "ja", "ja", "日本語", Locale.JAPAN),
    CHINESE("zh", "zh-Hans", "zh-CN", "简体中文", Locale.CHINA);

    /** What is written for somebody who is not there: a mail. */
    private static final ScopedValue<Language> OF_A_TEXT = ScopedValue.newInstance();

    private final String code;
    private final String tag;
    private final String keycloakTag;
    private final String ownName;
    private final Locale locale;

    Language(String code, String tag, String keycloakTag, String ownName, Locale locale) {
        this.code = code;
        this.tag = tag;
        this.keycloakTag = keycloakTag;
        this.ownName = ownName;
        this.locale = locale;
    }

    /** ISO 639-1, as the files of texts are named. */
    public String code() {
        return code;
    }

    /** BCP 47, with the script where a browser chooses glyphs by it. */
    public String tag() {
        return tag;
    }

    /** BCP 47, as Keycloak names its texts. */
    public String keycloakTag() {
        return keycloakTag;
    }

    /** What those who read it call it. */
    public String ownName() {
        return ownName;
    }

    /** Whose names of months, countries and sorting are used. */
    public Locale locale() {
        return locale;
    }

    /** Makes a text in this language, whoever's page is being made; templates, {@link Words} and {@link Formats} have it. */
    public <T> T write(Supplier<T> text) {
        return ScopedValue.where(OF_A_TEXT, this).call(text::get);
    }

    /** That of whoever reads the page or the text that is being made; English where none is. */
    public static Language ofReader() {
        if (OF_A_TEXT.isBound()) {
            return OF_A_TEXT.get();
        }
        ArcContainer container = Arc.container();
        return container != null && container.requestContext().isActive()
                ? container.instance(ReaderLanguage.class).get().language()
                : ENGLISH;
    }

    /** The language of a code or tag such as {@code gu}, {@code gu-IN} or {@code zh-Hans-CN}; empty where it is none of these. */
    public static Optional<Language> of(@Nullable String tag) {
        if (tag == null) {
            return Optional.empty();
        }
        String primary = tag.strip().toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
        return Arrays.stream(values())
                .filter(language -> language.code.equals(primary))
                .findFirst();
    }

    /** The first of these that a browser asks for; empty where it asks for none, or what it says is not readable. */
    static Optional<Language> accepted(@Nullable String acceptLanguage) {
        return AcceptedLanguage.first(acceptLanguage, Language::of);
    }
}
