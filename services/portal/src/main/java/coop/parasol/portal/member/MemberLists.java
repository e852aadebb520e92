package coop.parasol.portal.member;

import coop.parasol.portal.csv.CsvList;
import coop.parasol.portal.csv.CsvLists;
import coop.parasol.portal.page.Person;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** A member's lists as tables. */
@ApplicationScoped
final class MemberLists implements CsvLists {

    private final MoneyClient money;
    private final PoolStatementClient statements;
    private final AdvanceClient advances;
    private final ShareClient shares;
    private final VoteClient votes;
    private final Person person;

    MemberLists(
            @RestClient MoneyClient money,
            @RestClient PoolStatementClient statements,
            @RestClient AdvanceClient advances,
            @RestClient ShareClient shares,
            @RestClient VoteClient votes,
            Person person) {
        this.money = money;
        this.statements = statements;
        this.advances = advances;
        this.shares = shares;
        this.votes = votes;
        this.person = person;
    }

    @Override
    public List<CsvList<?>> lists() {
        return List.of(
                new CsvList<>(
                        "money",
                        MoneyClient.Payable.class,
                        (filter, after) -> money.payables(null, after, CsvList.PAGE)),
                new CsvList<>(
                        "money/statements",
                        PoolStatementClient.Statement.class,
                        (filter, after) -> statements.statements(after, CsvList.PAGE)),
                new CsvList<>(
                        "money/advances",
                        AdvanceClient.Advance.class,
                        (filter, after) -> advances.advances(after, CsvList.PAGE)),
                new CsvList<>(
                        "share/entries",
                        ShareClient.Entry.class,
                        (filter, after) -> shares.statement(OwnMember.of(person), after, CsvList.PAGE)),
                new CsvList<>(
                        "share/register",
                        ShareClient.Certificate.class,
                        (filter, after) -> shares.register(after, CsvList.PAGE)),
                new CsvList<>(
                        "votes",
                        VoteClient.Proposal.class,
                        (filter, after) -> votes.proposals(after, CsvList.PAGE, filter.text("sort"))));
    }
}
