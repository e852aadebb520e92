package coop.parasol.quality.certificate;

import coop.parasol.quality.certificate.rules.CertificateState;
import coop.parasol.quality.certificate.rules.UnitName;
import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A certificate in words, for its page, its print and its labels: times in the firm's zone to the minute, units by name.
 *
 * @param firm the name of the firm that has issued it
 * @param contact whom to ask about the goods, absent if the firm has named nobody
 * @param state what holds now and since when; of a recall its class as well
 * @param conformity that the batch meets its standard, or how it was released for sale
 * @param advice what to do with the goods
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

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH);

    static CertificateText of(
            CertificateView certificate, String firm, @Nullable String contact, ZoneId zone, Instant now) {
        return new CertificateText(
                firm,
                contact,
                state(certificate, zone),
                conformity(certificate.release()),
                advice(certificate.state()),
                UnitName.of(
                        certificate.quantity().value(), certificate.quantity().unit()),
                takenBack(certificate, zone),
                minute(certificate.issuedAt(), zone),
                day(certificate.bestBefore()),
                minute(now, zone));
    }

    private static String state(CertificateView certificate, ZoneId zone) {
        String day = DAY.format(certificate.since().atZone(zone));
        return switch (certificate.state()) {
            case CERTIFIED -> "In force";
            case SUSPENDED -> "Suspended since " + day;
            case RECALLED -> "Recalled on " + day + ", class " + certificate.recallClass();
            case EXPIRED -> "Expired since " + day;
            case TAKEN_BACK -> "Taken back by its producer on " + day;
        };
    }

    private static String conformity(@Nullable CertifiedRelease release) {
        if (release == null) {
            return "The batch met its standard when it was inspected.";
        }
        return switch (release.kind()) {
            case CONCESSION ->
                "The batch does not meet its standard and is released under a concession: " + release.reason();
            case DOWNGRADE ->
                "The batch has more minor defects than its standard allows and is sold in a lower grade: "
                        + release.reason();
        };
    }

    private static @Nullable String takenBack(CertificateView certificate, ZoneId zone) {
        return certificate.takenBack() == null || certificate.takenBackAt() == null
                ? null
                : "%s, on %s; not certified any more"
                        .formatted(
                                UnitName.of(
                                        certificate.takenBack().value(),
                                        certificate.takenBack().unit()),
                                DAY.format(certificate.takenBackAt().atZone(zone)));
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

    private static @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : DAY.format(day);
    }

    /** To the minute, with the name of the zone. */
    static String minute(Instant moment, ZoneId zone) {
        return MINUTE.format(moment.atZone(zone)) + " (" + zone.getId() + ")";
    }
}
