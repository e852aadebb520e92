package coop.parasol.portal.production;

import coop.parasol.portal.client.Listed;
import coop.parasol.portal.page.Part;
import coop.parasol.portal.page.Parts;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** What counts of a producer's commitments, and how it is reckoned: now, and as it was fixed when the weeks were frozen. */
@Path("commitment-counts")
@Blocking
final class CommitmentCountPages {

    private static final int PAGE = 50;
    private static final int OPEN_WEEKS = 200;

    private final CommitmentCountClient production;
    private final OwnFirmOwnerClient owners;
    private final Parts parts;

    CommitmentCountPages(
            @RestClient CommitmentCountClient production, @RestClient OwnFirmOwnerClient owners, Parts parts) {
        this.production = production;
        this.owners = owners;
        this.parts = parts;
    }

    @CheckedTemplate(basePath = "production")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance commitmentCounts(
                List<CommitmentCountClient.Count> expected,
                Listed<CommitmentCountClient.Count> counted,
                Part<Listed<OwnFirmOwnerClient.FirmOwner>> owner);
    }

    @GET
    public TemplateInstance show(@QueryParam("after") @Nullable String after) {
        var owner = parts.start(() -> owners.own(1));
        return Templates.commitmentCounts(
                production.expected(null, OPEN_WEEKS).items(), production.counted(after, PAGE), owner.await());
    }
}
