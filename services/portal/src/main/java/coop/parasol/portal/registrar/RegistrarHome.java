package coop.parasol.portal.registrar;

import coop.parasol.portal.page.HomeArea;
import coop.parasol.portal.page.NavigationArea;
import coop.parasol.portal.page.Parts;
import coop.parasol.portal.page.Person;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** What waits for the registrar, and the registrar's menu. */
@ApplicationScoped
final class RegistrarHome implements HomeArea, NavigationArea {

    private static final int ORDER = 40;
    private static final int SHOWN = 100;
    private static final Set<String> OVER = Set.of("PAID", "ENDED", "WITHDRAWN");
    private static final Set<String> UNDECIDED = Set.of("ANNOUNCED", "OPEN");

    private final RegistrarMessages words = MessageBundles.get(RegistrarMessages.class);
    private final MembersClient members;
    private final ExitsClient exits;
    private final BylawsClient bylaws;
    private final Person person;
    private final Parts parts;

    RegistrarHome(
            @RestClient MembersClient members,
            @RestClient ExitsClient exits,
            @RestClient BylawsClient bylaws,
            Person person,
            Parts parts) {
        this.members = members;
        this.exits = exits;
        this.bylaws = bylaws;
        this.person = person;
        this.parts = parts;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public boolean concerns(Person who) {
        return who.is("registrar");
    }

    @Override
    public String title() {
        return words.registrar();
    }

    @Override
    public List<Card> cards() {
        var applied = parts.start(() -> members.members(null, SHOWN, "APPLIED", null));
        var leaving = parts.start(() -> exits.exits(null, SHOWN));
        var votes = parts.start(() -> bylaws.proposals(null, SHOWN));
        String me = person.subject();
        long applications = applied.await().required().items().size();
        List<ExitsClient.Exit> all = leaving.await().required().items();
        long open = all.stream().filter(exit -> !OVER.contains(exit.state())).count();
        long reversals = all.stream()
                .filter(exit -> exit.reversal() != null
                        && exit.reversal().agreedBy() == null
                        && !exit.reversal().proposedBy().equals(me))
                .count();
        long undecided = votes.await().required().items().stream()
                .filter(vote -> UNDECIDED.contains(vote.state()))
                .count();
        return List.of(
                new Card(
                        words.applications(),
                        String.valueOf(applications),
                        words.firmsThatWaitFor(),
                        "/registrar/applications",
                        applications > 0),
                new Card(
                        words.exits(),
                        String.valueOf(open),
                        reversals > 0
                                ? words.membersThatLeaveCount(String.valueOf(reversals))
                                : words.membersThatLeave(),
                        "/registrar/exits",
                        reversals > 0),
                new Card(
                        words.votes(),
                        String.valueOf(undecided),
                        words.votesThatAreAnnounced(),
                        "/registrar/votes",
                        false));
    }

    @Override
    public List<Entry> entries() {
        return List.of(
                new Entry("/registrar/applications", words.applications()),
                new Entry("/registrar/members", words.members()),
                new Entry("/registrar/exits", words.exits()),
                new Entry("/registrar/votes", words.votes()),
                new Entry("/registrar/bylaws", words.bylaws()));
    }
}
