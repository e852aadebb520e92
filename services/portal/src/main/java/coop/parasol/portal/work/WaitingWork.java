package coop.parasol.portal.work;

import coop.parasol.portal.client.ServiceProblem;
import coop.parasol.portal.page.HomeArea.Card;
import coop.parasol.portal.page.Parts;
import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** What waits for the person, asked of each service once for a page, however many of the person's desks show something of it. */
@RequestScoped
public class WaitingWork {

    /** Stands in a path for the id of what waits longest, of kinds whose card is shown only where something waits. */
    public static final String OLDEST = "{oldest}";

    /** The services at which something waits for desks and producers. */
    public enum Service {
        MEMBERSHIP,
        QUALITY,
        PRICING,
        PRODUCTION,
        DISTRIBUTION
    }

    private final Map<Service, Supplier<Waiting.Work>> clients = new EnumMap<>(Service.class);
    private final Map<Service, Parts.Pending<Waiting.Work>> asked = new EnumMap<>(Service.class);
    private final Parts parts;

    WaitingWork(
            @RestClient MembershipWorkClient membership,
            @RestClient QualityWorkClient quality,
            @RestClient PricingWorkClient pricing,
            @RestClient ProductionWorkClient production,
            @RestClient DistributionWorkClient distribution,
            Parts parts) {
        this.parts = parts;
        clients.put(Service.MEMBERSHIP, membership::work);
        clients.put(Service.QUALITY, quality::work);
        clients.put(Service.PRICING, pricing::work);
        clients.put(Service.PRODUCTION, production::work);
        clients.put(Service.DISTRIBUTION, distribution::work);
    }

    /**
     * Something that may wait, and how it is said.
     *
     * @param path where it is seen and done
     * @param always whether its card is shown where nothing waits, too
     */
    public record Kind(String kind, String title, String text, String path, boolean always) {

        /** A kind whose card is shown only where something of it waits. */
        public static Kind of(String kind, String title, String text, String path) {
            return new Kind(kind, title, text, path, false);
        }

        /** A kind whose card is shown always. */
        public static Kind shown(String kind, String title, String text, String path) {
            return new Kind(kind, title, text, path, true);
        }
    }

    /**
     * Cards of what waits at a service.
     *
     * @throws ServiceProblem if the service does not answer, which costs the area of the page that is made of it
     */
    public List<Card> cards(Service service, List<Kind> kinds) {
        Waiting.Work work = ask(service).await().required();
        List<Card> cards = new ArrayList<>();
        for (Kind kind : kinds) {
            Waiting waiting = work.of(kind.kind());
            if (waiting.count() > 0 || kind.always()) {
                cards.add(new Card(
                        kind.title(),
                        Long.toString(waiting.count()),
                        kind.text(),
                        kind.path().replace(OLDEST, String.valueOf(waiting.oldest())),
                        waiting.count() > 0));
            }
        }
        return cards;
    }

    /** Asks what waits at a service, unless the page has asked already. */
    public synchronized Parts.Pending<Waiting.Work> ask(Service service) {
        return asked.computeIfAbsent(service, asking -> parts.start(Objects.requireNonNull(clients.get(asking))));
    }
}
