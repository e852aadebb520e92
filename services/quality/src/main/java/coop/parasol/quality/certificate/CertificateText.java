package coop.parasol.quality.certificate;

import coop.parasol.quality.certificate.rules.CertificateState;
import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A certificate in words of the reader's language, for its page, its print and its labels: times in the firm's zone to the minute,
 * units by name.
 *
 * @param firm the name of the firm that has issued it
 * @param contact whom to ask about the goods, absent if the firm has named nobody
 * @param state what holds now and since when; of a recall its class as well
 * @param conformity that the batch meets its standard, or how it was released for sale
 * @param advice what to do with the goods, in English, for the page
 * @param takenBack how many units are not certified any more, since when; absent for none
 * @param checked the moment of this answer
 */
@TemplateData
public record CertificateText(
        String firm,
        @Nullable String contact,
        String state,
        String conformity,
        String advice,
        String quantity,
        @Nullable String takenBack,
        String issued,
        @Nullable String lastDayOfSale,
        String checked) {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    static CertificateText of(
            CertificateView certificate,
            String firm,
            @Nullable String contact,
            ZoneId zone,
            Instant now,
            PrintedWords words) {
        return new CertificateText(
                firm,
                contact,
                state(certificate, zone, words),
                conformity(certificate.release(), words),
                advice(certificate.state()),
                words.quantity(
                        certificate.quantity().value(), certificate.quantity().unit()),
                takenBack(certificate, zone, words),
                minute(certificate.issuedAt(), zone, words),
                certificate.bestBefore() == null ? null : words.day(certificate.bestBefore()),
                minute(now, zone, words));
    }

    private static String state(CertificateView certificate, ZoneId zone, PrintedWords words) {
        String day = words.day(certificate.since().atZone(zone));
        return switch (certificate.state()) {
            case CERTIFIED -> words.text("inForce");
            case SUSPENDED -> words.text("suspended", "day", day);
            case RECALLED ->
                words.text("recalled", "day", day, "recallClass", String.valueOf(certificate.recallClass()));
            case EXPIRED -> words.text("expired", "day", day);
            case TAKEN_BACK -> words.text("takenBack", "day", day);
        };
    }

    private static String conformity(@Nullable CertifiedRelease release, PrintedWords words) {
        if (release == null) {
            return words.text("metStandard");
        }
        return switch (release.kind()) {
            case CONCESSION -> words.text("concession", "reason", release.reason());
            case DOWNGRADE -> words.text("downgrade", "reason", release.reason());
        };
    }

    private static @Nullable String takenBack(CertificateView certificate, ZoneId zone, PrintedWords words) {
        return certificate.takenBack() == null || certificate.takenBackAt() == null
                ? null
                : words.text(
                        "takenBackOn",
                        "quantity",
                        words.quantity(
                                certificate.takenBack().value(),
                                certificate.takenBack().unit()),
                        "day",
                        words.day(certificate.takenBackAt().atZone(zone)));
    }

    private static String advice(CertificateState state) {
        return switch (state) {
            case CERTIFIED -> "The batch may be sold under the brand.";
            case SUSPENDED -> "Do not sell these goods until the firm has decided about them.";
            case RECALLED ->
                "These goods are recalled. Do not sell or use them; return them to the place where you bought them.";
            case EXPIRED -> "The last day of sale of these goods is over.";
            case TAKEN_BACK -> "These goods are not certified any more and may not be sold under the brand.";
        };
    }

    /** To the minute, with the name of the zone. */
    private static String minute(Instant moment, ZoneId zone, PrintedWords words) {
        return words.day(moment.atZone(zone)) + ", " + MINUTE.format(moment.atZone(zone)) + " (" + zone.getId() + ")";
    }
}
