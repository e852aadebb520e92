package coop.parasol.portal.registrar;

import coop.parasol.portal.csv.CsvList;
import coop.parasol.portal.csv.CsvLists;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The registrar's lists as tables. */
@ApplicationScoped
final class RegistrarLists implements CsvLists {

    private final MembersClient members;
    private final ExitsClient exits;
    private final BylawsClient bylaws;
    private final FirmOwnerClient owners;

    RegistrarLists(
            @RestClient MembersClient members,
            @RestClient ExitsClient exits,
            @RestClient BylawsClient bylaws,
            @RestClient FirmOwnerClient owners) {
        this.owners = owners;
        this.members = members;
        this.exits = exits;
        this.bylaws = bylaws;
    }

    @Override
    public List<CsvList<?>> lists() {
        return List.of(
                new CsvList<>(
                        "registrar/members",
                        MembersClient.Member.class,
                        (filter, after) -> members.members(
                                after, CsvList.PAGE, filter.text("state"), filter.text("q"), filter.text("sort"))),
                new CsvList<>(
                        "registrar/applications",
                        MembersClient.Member.class,
                        (filter, after) ->
                                members.members(after, CsvList.PAGE, "APPLIED", filter.text("q"), filter.text("sort"))),
                new CsvList<>(
                        "registrar/exits",
                        ExitsClient.Exit.class,
                        (filter, after) -> exits.exits(after, CsvList.PAGE, filter.text("state"), filter.text("sort"))),
                new CsvList<>(
                        "registrar/owners",
                        FirmOwnerClient.FirmOwner.class,
                        (filter, after) -> owners.owners(after, CsvList.PAGE)),
                new CsvList<>(
                        "registrar/votes",
                        BylawsClient.Proposal.class,
                        (filter, after) ->
                                bylaws.proposals(after, CsvList.PAGE, filter.text("state"), filter.text("sort"))),
                new CsvList<>(
                        "registrar/bylaws",
                        BylawsClient.Version.class,
                        (filter, after) -> bylaws.versions(after, CsvList.PAGE)));
    }
}
