package coop.parasol.portal.production;

import coop.parasol.portal.page.Formats;
import coop.parasol.portal.page.HomeArea;
import coop.parasol.portal.page.Part;
import coop.parasol.portal.page.Parts;
import coop.parasol.portal.page.Person;
import coop.parasol.portal.page.Words;
import coop.parasol.portal.work.Waiting;
import coop.parasol.portal.work.WaitingWork;
import coop.parasol.portal.work.WaitingWork.Service;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * What a producer finds about its work: what is wanted next, what is due, lots with a problem, and what other members offer or hand
 * over to it.
 */
@ApplicationScoped
final class ProducerHome implements HomeArea {

    private static final int ORDER = 10;
    private static final int MOST = 200;
    private static final int SHOWN = 3;

    private final ProductionClient production;
    private final WaitingWork work;

    ProducerHome(@RestClient ProductionClient production, WaitingWork work) {
        this.production = production;
        this.work = work;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public boolean concerns(Person person) {
        return person.is("producer");
    }

    @Override
    public String title() {
        return words().yourWork();
    }

    @Override
    public List<Card> cards() {
        Parts.Pending<Waiting.Work> asked = work.ask(Service.PRODUCTION);
        List<Card> cards = new ArrayList<>();
        wanted(production.outlook(null, null, MOST).items(), cards);
        Part<Waiting.Work> waiting = asked.await();
        if (waiting.isLoaded()) {
            due(waiting.value(), cards);
            rejected(waiting.value(), cards);
            shared(waiting.value(), cards);
        } else {
            cards.add(new Card(words().toMake(), "", waiting.sentence(), "/commitments", false));
        }
        return cards;
    }

    private static void wanted(List<ProductionClient.Outlook> outlook, List<Card> cards) {
        ProducerMessages words = words();
        List<ProductionClient.Outlook> wanted = worthCommitting(outlook);
        if (wanted.isEmpty()) {
            cards.add(new Card(words.wanted(), "", words.nothingWanted(), "/outlook", false));
        }
        wanted.stream()
                .limit(SHOWN)
                .map(each -> new Card(
                        words.wantedOf(each.product()),
                        Formats.text(each.wouldCount()),
                        words.wantedText(each.period().week()),
                        "/commitments/new?product=" + each.product() + "&grade=" + each.grade() + "&period="
                                + each.period(),
                        false))
                .forEach(cards::add);
    }

    /**
     * The weeks for which something would count if the producer committed it, the next first; nothing counts of one that is frozen.
     * What is uncovered does not decide it: who commits more than it can make would hide from others what counts of theirs.
     */
    static List<ProductionClient.Outlook> worthCommitting(List<ProductionClient.Outlook> outlook) {
        return outlook.stream()
                .filter(each -> each.wouldCount().value().signum() > 0)
                .sorted(Comparator.comparing(ProductionClient.Outlook::period))
                .toList();
    }

    private static void due(Waiting.Work work, List<Card> cards) {
        ProducerMessages words = words();
        long open = work.of("COMMITMENT_TO_MAKE").count();
        long due = work.of("COMMITMENT_DUE").count();
        if (open > 0) {
            cards.add(new Card(
                    words.toMake(),
                    String.valueOf(open),
                    due > 0 ? words.dueText(due) : words.laterText(),
                    "/commitments",
                    due > 0));
        }
    }

    private static void rejected(Waiting.Work work, List<Card> cards) {
        long rejected = work.of("BATCH_REJECTED").count();
        if (rejected > 0) {
            cards.add(new Card(
                    words().rejectedLots(),
                    String.valueOf(rejected),
                    words().rejectedText(),
                    "/batches?state=REJECTED",
                    true));
        }
    }

    /** What other members wait for: an answer to what they offer or hand over. */
    private static void shared(Waiting.Work work, List<Card> cards) {
        SharingMessages words = Words.of(SharingMessages.class);
        Waiting offered = work.of("OFFER_TO_YOU");
        if (offered.count() > 0) {
            cards.add(new Card(
                    words.offersToYou(),
                    String.valueOf(offered.count()),
                    words.offersToYouText(),
                    offered.count() == 1 ? "/sharing/offers/" + offered.oldest() : "/sharing",
                    true));
        }
        long toAll = work.of("OFFER_TO_ALL").count();
        if (toAll > 0) {
            cards.add(new Card(words.offersToAll(), String.valueOf(toAll), words.offersToAllText(), "/sharing", false));
        }
        long handovers = work.of("HANDOVER_TO_ACCEPT").count();
        if (handovers > 0) {
            cards.add(new Card(
                    words.handoversToYou(),
                    String.valueOf(handovers),
                    words.handoversToYouText(),
                    HandoverPages.HOME,
                    true));
        }
    }

    private static ProducerMessages words() {
        return Words.of(ProducerMessages.class);
    }
}
