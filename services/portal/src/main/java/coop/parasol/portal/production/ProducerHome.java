package coop.parasol.portal.production;

import coop.parasol.contracts.Period;
import coop.parasol.portal.page.Firm;
import coop.parasol.portal.page.Formats;
import coop.parasol.portal.page.HomeArea;
import coop.parasol.portal.page.Part;
import coop.parasol.portal.page.Parts;
import coop.parasol.portal.page.Person;
import coop.parasol.portal.page.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** What a producer finds about its work: what is wanted this week, what is due, and lots with a problem. */
@ApplicationScoped
final class ProducerHome implements HomeArea {

    private static final int ORDER = 10;
    private static final int MOST = 200;
    private static final int SHOWN = 3;

    private final ProductionClient production;
    private final LotQualityClient quality;
    private final Parts parts;
    private final Firm firm;

    ProducerHome(
            @RestClient ProductionClient production, @RestClient LotQualityClient quality, Parts parts, Firm firm) {
        this.production = production;
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
        return person.is("producer");
    }

    @Override
    public String title() {
        return words().yourWork();
    }

    @Override
    public List<Card> cards() {
        LotQualityClient.Filter rejected = new LotQualityClient.Filter();
        rejected.state = "REJECTED";
        Parts.Pending<List<ProductionClient.Commitment>> commitments =
                parts.start(() -> production.commitments(null, MOST).items());
        Parts.Pending<List<LotQualityClient.Lot>> problems =
                parts.start(() -> quality.lots(rejected, null, MOST).items());
        List<Card> cards = new ArrayList<>();
        wanted(production.outlook(null, null, MOST).items(), cards);
        due(commitments.await(), cards);
        rejected(problems.await(), cards);
        return cards;
    }

    private void wanted(List<ProductionClient.Outlook> outlook, List<Card> cards) {
        ProducerMessages words = words();
        Period week = Period.of(firm.today());
        List<ProductionClient.Outlook> wanted = outlook.stream()
                .filter(each -> each.period().compareTo(week) <= 0)
                .filter(each -> each.uncovered().value().signum() > 0)
                .toList();
        if (wanted.isEmpty()) {
            cards.add(new Card(words.wanted(), "", words.nothingWanted(), "/outlook", false));
        }
        wanted.stream()
                .limit(SHOWN)
                .map(each -> new Card(
                        words.wantedOf(each.product()),
                        Formats.text(each.uncovered()),
                        words.wantedText(each.period().week()),
                        "/outlook?product=" + each.product(),
                        false))
                .forEach(cards::add);
    }

    private void due(Part<List<ProductionClient.Commitment>> commitments, List<Card> cards) {
        ProducerMessages words = words();
        if (!commitments.isLoaded()) {
            cards.add(new Card(words.toMake(), "", commitments.sentence(), "/commitments", false));
            return;
        }
        List<ProductionClient.Commitment> open = commitments.value().stream()
                .filter(commitment -> commitment.state().equals("OPEN"))
                .toList();
        long due = open.stream()
                .filter(commitment -> commitment.period().compareTo(Period.of(firm.today())) <= 0)
                .count();
        if (!open.isEmpty()) {
            cards.add(new Card(
                    words.toMake(),
                    String.valueOf(open.size()),
                    due > 0 ? words.dueText(due) : words.laterText(),
                    "/commitments",
                    due > 0));
        }
    }

    private static void rejected(Part<List<LotQualityClient.Lot>> lots, List<Card> cards) {
        ProducerMessages words = words();
        if (!lots.isLoaded()) {
            cards.add(new Card(words.rejectedLots(), "", lots.sentence(), "/batches", false));
        } else if (!lots.value().isEmpty()) {
            cards.add(new Card(
                    words.rejectedLots(),
                    String.valueOf(lots.value().size()),
                    words.rejectedText(),
                    "/batches?state=REJECTED",
                    true));
        }
    }

    private static ProducerMessages words() {
        return Words.of(ProducerMessages.class);
    }
}
