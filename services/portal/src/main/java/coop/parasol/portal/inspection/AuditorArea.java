package coop.parasol.portal.inspection;

import coop.parasol.portal.client.Listed;
import coop.parasol.portal.inspection.InspectionClient.Work;
import coop.parasol.portal.page.Firm;
import coop.parasol.portal.page.HomeArea;
import coop.parasol.portal.page.NavigationArea;
import coop.parasol.portal.page.Parts;
import coop.parasol.portal.page.Person;
import coop.parasol.portal.page.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** What an auditor finds on the first page and in the navigation. */
@ApplicationScoped
final class AuditorArea implements HomeArea, NavigationArea {

    static final String ROLE = "auditor";
    private static final int ORDER = 20;
    private static final int PAGE = 200;
    private static final int SOON_DAYS = 2;
    private final InspectionClient quality;
    private final Parts parts;
    private final Firm firm;

    AuditorArea(@RestClient InspectionClient quality, Parts parts, Firm firm) {
        this.quality = quality;
        this.parts = parts;
        this.firm = firm;
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
        return Words.of(InspectionMessages.class).inspections();
    }

    @Override
    public List<Card> cards() {
        String soon = firm.today().plusDays(SOON_DAYS).toString();
        Parts.Pending<Listed<Work>> due = parts.start(() -> quality.work(null, null, soon, "FREE", null, PAGE));
        Listed<Work> own = quality.work(null, null, null, "OWN", null, PAGE);
        long overdue = own.items().stream()
                .filter(work -> work.due().isBefore(Instant.now()))
                .count();
        Listed<Work> free = due.await().required();
        return List.of(
                new Card(
                        Words.of(InspectionMessages.class).claimedByMe(),
                        figure(own),
                        overdue > 0
                                ? Words.of(InspectionMessages.class).batchesThatYouAre(overdue)
                                : Words.of(InspectionMessages.class).batchesThatYouAreToInspect(),
                        "/inspections?claim=OWN",
                        !own.items().isEmpty()),
                new Card(
                        Words.of(InspectionMessages.class).dueWithinTwoDays(),
                        figure(free),
                        Words.of(InspectionMessages.class).batchesWithAPlace(),
                        "/inspections?claim=FREE&dueBy=" + soon,
                        !free.items().isEmpty()));
    }

    private static String figure(Listed<Work> works) {
        return works.items().size() + (works.next() == null ? "" : "+");
    }

    @Override
    public List<Entry> entries() {
        return List.of(
                new Entry("/inspections", Words.of(InspectionMessages.class).inspections()),
                new Entry(
                        "/inspections/standards",
                        Words.of(InspectionMessages.class).standards()),
                new Entry(
                        "/inspections/interests",
                        Words.of(InspectionMessages.class).myInterests()));
    }
}
