package coop.parasol.portal.quality;

import coop.parasol.portal.client.Listed;
import coop.parasol.portal.page.HomeArea;
import coop.parasol.portal.page.NavigationArea;
import coop.parasol.portal.page.Part;
import coop.parasol.portal.page.Parts;
import coop.parasol.portal.page.Person;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** What the quality desk finds on the first page and in the navigation. */
@ApplicationScoped
final class DeskArea implements HomeArea, NavigationArea {

    private static final String ROLE = "quality-desk";
    private static final int ORDER = 60;
    private static final int PAGE = 200;
    private final CaseClient cases;
    private final DeskClient desk;
    private final StandardClient standards;
    private final Parts parts;

    DeskArea(
            @RestClient CaseClient cases,
            @RestClient DeskClient desk,
            @RestClient StandardClient standards,
            Parts parts) {
        this.cases = cases;
        this.desk = desk;
        this.standards = standards;
        this.parts = parts;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public boolean concerns(Person person) {
        return person.is(ROLE);
    }

    @Override
    public String title() {
        return MessageBundles.get(QualityMessages.class).quality();
    }

    @Override
    public List<Card> cards() {
        var waiting = parts.start(() -> desk.batches("SAMPLED", null, null, null, null, null, PAGE));
        var claims = parts.start(() -> desk.claims(PAGE));
        var drafts = parts.start(() -> desk.batches(null, null, null, null, true, null, PAGE));
        var complaints = parts.start(() -> cases.complaints("OPEN", null, PAGE));
        var announced = parts.start(() -> cases.correctiveActions("ANNOUNCED", null, null, PAGE));
        var proven = parts.start(() -> cases.correctiveActions("PROVEN", null, null, PAGE));
        var recalls = parts.start(() -> cases.recalls(null, PAGE));
        var releases = parts.start(() -> cases.releases(null, PAGE));
        var proposed = parts.start(() -> standards.standards(null, "DRAFT", null, PAGE));
        List<Card> cards = new ArrayList<>();
        Part<Listed<DeskClient.Claim>> claimed = claims.await();
        Set<UUID> taken = claimed.isLoaded()
                ? claimed.value().items().stream()
                        .map(DeskClient.Claim::batchId)
                        .collect(Collectors.toSet())
                : Set.of();
        add(
                cards,
                waiting,
                batch -> !taken.contains(batch.batchId()),
                new Words(
                        MessageBundles.get(QualityMessages.class).lotsWithoutAnAuditor(),
                        MessageBundles.get(QualityMessages.class).theirSampleIsDrawn(),
                        "/quality/batches?state=SAMPLED"));
        add(
                cards,
                drafts,
                batch -> true,
                new Words(
                        MessageBundles.get(QualityMessages.class).inspectionsToClose(),
                        MessageBundles.get(QualityMessages.class).allRequiredInspectionsAre(),
                        "/quality/batches?awaitsDesk=true"));
        add(
                cards,
                complaints,
                complaint -> true,
                new Words(
                        MessageBundles.get(QualityMessages.class).openComplaints(),
                        MessageBundles.get(QualityMessages.class).partnersWaitForAn(),
                        "/quality/complaints?state=OPEN"));
        add(
                cards,
                announced,
                action -> true,
                new Words(
                        MessageBundles.get(QualityMessages.class).correctiveActionsToAccept(),
                        MessageBundles.get(QualityMessages.class).producersHaveSaidWhat(),
                        "/quality/corrective-actions?state=ANNOUNCED"));
        add(
                cards,
                proven,
                action -> true,
                new Words(
                        MessageBundles.get(QualityMessages.class).correctiveActionsToVerify(),
                        MessageBundles.get(QualityMessages.class).producersHaveProvenThat(),
                        "/quality/corrective-actions?state=PROVEN"));
        add(
                cards,
                recalls,
                CaseClient.Recall::isProposed,
                new Words(
                        MessageBundles.get(QualityMessages.class).recallsToApprove(),
                        MessageBundles.get(QualityMessages.class).proposedASecondPerson(),
                        "/quality/recalls"));
        add(
                cards,
                releases,
                CaseClient.Release::isProposed,
                new Words(
                        MessageBundles.get(QualityMessages.class).releasesToApprove(),
                        MessageBundles.get(QualityMessages.class).rejectedLotsThatAre(),
                        "/quality/releases"));
        add(
                cards,
                proposed,
                standard -> true,
                new Words(
                        MessageBundles.get(QualityMessages.class).standardsToPublish(),
                        MessageBundles.get(QualityMessages.class).draftsASecondPerson(),
                        "/quality/standards"));
        return cards;
    }

    private record Words(String title, String text, String path) {}

    /** A card where something waits, and where it is not known. */
    private static <T> void add(List<Card> cards, Parts.Pending<Listed<T>> pending, Predicate<T> waits, Words words) {
        Part<Listed<T>> part = pending.await();
        if (!part.isLoaded()) {
            cards.add(new Card(words.title(), "", part.sentence(), words.path(), false));
            return;
        }
        long number = part.value().items().stream().filter(waits).count();
        if (number > 0) {
            String more = part.value().next() == null ? "" : "+";
            cards.add(new Card(words.title(), number + more, words.text(), words.path(), true));
        }
    }

    @Override
    public List<Entry> entries() {
        return List.of(
                new Entry(
                        "/quality/batches",
                        MessageBundles.get(QualityMessages.class).batches()),
                new Entry(
                        "/quality/standards",
                        MessageBundles.get(QualityMessages.class).standards()),
                new Entry(
                        "/quality/recalls",
                        MessageBundles.get(QualityMessages.class).recalls()),
                new Entry(
                        "/quality/complaints",
                        MessageBundles.get(QualityMessages.class).complaints()),
                new Entry(
                        "/quality/corrective-actions",
                        MessageBundles.get(QualityMessages.class).correctiveActions()),
                new Entry(
                        "/quality/releases",
                        MessageBundles.get(QualityMessages.class).releases()),
                new Entry(
                        "/quality/registers",
                        MessageBundles.get(QualityMessages.class).registers()));
    }
}
