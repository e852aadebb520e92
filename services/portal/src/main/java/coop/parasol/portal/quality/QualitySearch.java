package coop.parasol.portal.quality;

import coop.parasol.portal.desk.DeskFormats;
import coop.parasol.portal.page.Person;
import coop.parasol.portal.page.Words;
import coop.parasol.portal.search.Findable;
import coop.parasol.portal.search.Query;
import coop.parasol.portal.search.SearchArea;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The quality desk finds batches and certificates by lots, the producers' own and the brand's, and producers by name. */
@ApplicationScoped
final class QualitySearch implements SearchArea {

    private static final int ORDER = 60;

    private final QualityMessages words = Words.of(QualityMessages.class);
    private final DeskClient quality;

    QualitySearch(@RestClient DeskClient quality) {
        this.quality = quality;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public boolean concerns(Person person) {
        return person.is("quality-desk");
    }

    @Override
    public Set<Findable> finds() {
        return EnumSet.of(Findable.LOT, Findable.CERTIFICATE_NUMBER);
    }

    @Override
    public List<Lookup> lookups(Query query) {
        return List.of(
                new Lookup(words.batches(), () -> batches(query)),
                new Lookup(words.certificates(), () -> certificates(query)),
                new Lookup(words.certificateOfThisNumber(), () -> numbered(query)),
                new Lookup(words.producers(), () -> producers(query)));
    }

    private List<Hit> batches(Query query) {
        if (!query.isNumber()) {
            return List.of();
        }
        return quality.batches(null, null, query.text(), null, null, null, SHOWN, null).items().stream()
                .map(batch -> new Hit(
                        batch.lot(),
                        batch.product() + ", " + Objects.requireNonNullElse(batch.memberName(), "") + ", "
                                + DeskFormats.stateWords(batch.state()),
                        "/quality/batches/" + batch.batchId()))
                .toList();
    }

    /** Names have no digits here and certificates' numbers have some, so that no more is asked than an area may. */
    private List<Hit> producers(Query query) {
        if (hasDigits(query)) {
            return List.of();
        }
        return quality.producers(query.text(), null, SHOWN).items().stream()
                .map(producer -> new Hit(producer.name(), "", "/quality/producers/" + producer.memberId()))
                .toList();
    }

    private List<Hit> certificates(Query query) {
        if (!query.isNumber()) {
            return List.of();
        }
        return quality.certificates(null, null, query.text(), null, null, SHOWN).items().stream()
                .map(certificate -> new Hit(
                        certificate.number(),
                        certificate.lot() + ", " + certificate.product() + ", "
                                + DeskFormats.stateWords(certificate.state()),
                        "/certificates/" + certificate.number()))
                .toList();
    }

    private static boolean hasDigits(Query query) {
        return query.text().chars().anyMatch(Character::isDigit);
    }

    private List<Hit> numbered(Query query) {
        if (!query.isNumber() || !hasDigits(query)) {
            return List.of();
        }
        return quality.certificates(null, null, null, query.compact(), null, SHOWN).items().stream()
                .map(certificate -> new Hit(
                        certificate.number(),
                        certificate.lot() + ", " + certificate.product(),
                        "/quality/batches/" + certificate.batchId()))
                .toList();
    }
}
