package coop.parasol.portal.member;

import coop.parasol.contracts.Money;
import coop.parasol.portal.page.Formats;
import coop.parasol.portal.page.HomeArea;
import coop.parasol.portal.page.Part;
import coop.parasol.portal.page.Parts;
import coop.parasol.portal.page.Person;
import coop.parasol.portal.page.Words;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** What a member finds about its firm: money that comes, votes that are open, and what quality has asked of it. */
@ApplicationScoped
final class MemberHome implements HomeArea {

    private static final int ORDER = 11;
    private static final int MOST = 200;

    private final MoneyClient money;
    private final VoteClient votes;
    private final LeavingClient leaving;
    private final Parts parts;

    MemberHome(
            @RestClient MoneyClient money,
            @RestClient VoteClient votes,
            @RestClient LeavingClient leaving,
            Parts parts) {
        this.money = money;
        this.votes = votes;
        this.leaving = leaving;
        this.parts = parts;
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
        return words().yourFirm();
    }

    @Override
    public List<Card> cards() {
        Parts.Pending<List<VoteClient.Proposal>> proposals =
                parts.start(() -> votes.proposals(null, MOST).items());
        Parts.Pending<List<LeavingClient.Exit>> exits =
                parts.start(() -> leaving.exits(null, MOST).items());
        List<Card> cards = new ArrayList<>();
        coming(money.payables(null, null, MOST).items(), cards);
        open(proposals.await(), cards);
        leaving(exits.await(), cards);
        return cards;
    }

    private static void coming(List<MoneyClient.Payable> payables, List<Card> cards) {
        MemberMessages words = words();
        List<MoneyClient.Payable> coming =
                payables.stream().filter(MoneyClient.Payable::isComing).toList();
        if (coming.isEmpty()) {
            cards.add(new Card(words.moneyComing(), "", words.noMoneyComing(), "/money", false));
            return;
        }
        Money sum = coming.stream()
                .map(MoneyClient.Payable::remainder)
                .reduce(Money::plus)
                .orElseThrow();
        LocalDate first = coming.stream()
                .map(MoneyClient.Payable::dueOn)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        cards.add(new Card(
                words.moneyComing(),
                Formats.text(sum),
                words.moneyComingText(coming.size(), Formats.text(first)),
                "/money",
                false));
    }

    private static void open(Part<List<VoteClient.Proposal>> proposals, List<Card> cards) {
        MemberMessages words = words();
        if (!proposals.isLoaded()) {
            cards.add(new Card(words.openVotes(), "", proposals.sentence(), "/votes", false));
            return;
        }
        long open =
                proposals.value().stream().filter(VoteClient.Proposal::isOpen).count();
        if (open > 0) {
            cards.add(new Card(words.openVotes(), String.valueOf(open), words.openVotesText(), "/votes", true));
        }
    }

    private static void leaving(Part<List<LeavingClient.Exit>> exits, List<Card> cards) {
        if (exits.isLoaded()) {
            MemberMessages words = words();
            exits.value().stream()
                    .filter(LeavingClient.Exit::isUnderWay)
                    .map(exit -> new Card(
                            words.leaving(), "", words.leavingText(Formats.text(exit.noticeUntil())), "/leave", false))
                    .forEach(cards::add);
        }
    }

    private static MemberMessages words() {
        return Words.of(MemberMessages.class);
    }
}
