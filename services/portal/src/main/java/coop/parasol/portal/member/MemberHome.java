package coop.parasol.portal.member;

import coop.parasol.contracts.Money;
import coop.parasol.portal.page.Formats;
import coop.parasol.portal.page.HomeArea;
import coop.parasol.portal.page.Person;
import coop.parasol.portal.page.Words;
import coop.parasol.portal.work.Waiting;
import coop.parasol.portal.work.WaitingWork;
import coop.parasol.portal.work.WaitingWork.Service;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What a member finds about its firm: money that comes, votes that are open, and what quality has asked of it. */
@ApplicationScoped
final class MemberHome implements HomeArea {

    private static final int ORDER = 11;

    private final WaitingWork work;
    private final Person person;

    MemberHome(WaitingWork work, Person person) {
        this.person = person;
        this.work = work;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public boolean concerns(Person who) {
        return who.is("producer");
    }

    @Override
    public String title() {
        return words().yourFirm();
    }

    @Override
    public List<Card> cards() {
        Waiting.Work waiting = work.ask(Service.MEMBERSHIP).await().required();
        List<Card> cards = new ArrayList<>();
        cards.add(coming(waiting.of("PAYABLE_COMING")));
        open(waiting.of("VOTE_TO_CAST"), cards);
        leaving(waiting.of("EXIT_UNDER_WAY"), cards);
        return cards;
    }

    private static Card coming(Waiting payables) {
        MemberMessages words = words();
        Money amount = payables.amount();
        LocalDate first = payables.due();
        if (amount == null || first == null) {
            return new Card(words.moneyComing(), "", words.noMoneyComing(), "/money", false);
        }
        return new Card(
                words.moneyComing(),
                Formats.text(amount),
                words.moneyComingText(payables.count(), Formats.text(first)),
                "/money",
                false);
    }

    /** Members vote by their own accounts, and not by a colleague's. */
    private void open(Waiting votes, List<Card> cards) {
        if (votes.count() > 0 && !person.isColleague()) {
            cards.add(new Card(
                    words().openVotes(), String.valueOf(votes.count()), words().openVotesText(), "/votes", true));
        }
    }

    private static void leaving(Waiting exit, List<Card> cards) {
        LocalDate notice = exit.due();
        if (notice != null) {
            cards.add(new Card(words().leaving(), "", words().leavingText(Formats.text(notice)), "/leave", false));
        }
    }

    private static MemberMessages words() {
        return Words.of(MemberMessages.class);
    }
}
