package coop.parasol.portal.member;

import coop.parasol.portal.chart.BarChart;
import coop.parasol.portal.client.Listed;
import coop.parasol.portal.page.Part;
import coop.parasol.portal.page.Parts;
import coop.parasol.portal.page.Person;
import coop.parasol.portal.page.Words;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** A member's share: its part, what it is worth and why, its capital by year, its entries, and all shares. */
@Path("share")
@Blocking
final class SharePages {

    private static final int PAGE = 50;

    private final ShareClient shares;
    private final Parts parts;
    private final Person person;

    SharePages(@RestClient ShareClient shares, Parts parts, Person person) {
        this.shares = shares;
        this.parts = parts;
        this.person = person;
    }

    @CheckedTemplate(basePath = "member")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance share(
                ShareClient.Equity equity, Part<ShareClient.Certificate> certificate, BarChart chart);

        static native TemplateInstance entries(Listed<ShareClient.Entry> entries, UUID memberId);

        static native TemplateInstance register(Listed<ShareClient.Certificate> register);
    }

    @GET
    public TemplateInstance show() {
        UUID memberId = OwnMember.of(person);
        Parts.Pending<ShareClient.Certificate> certificate = parts.start(() -> shares.certificate(memberId));
        ShareClient.Equity equity = shares.equity(memberId);
        ShareMessages words = Words.of(ShareMessages.class);
        BarChart chart = BarChart.of(
                words.capitalPicture(),
                words.capital(),
                "",
                equity.patronageByYear().stream()
                        .map(year -> new BarChart.Entry(
                                String.valueOf(year.year()), year.amount().decimal(), BigDecimal.ZERO))
                        .toList());
        return Templates.share(equity, certificate.await(), chart);
    }

    @GET
    @Path("entries")
    public TemplateInstance entries(@QueryParam("after") @Nullable String after) {
        UUID memberId = OwnMember.of(person);
        return Templates.entries(shares.statement(memberId, after, PAGE), memberId);
    }

    @GET
    @Path("register")
    public TemplateInstance register(@QueryParam("after") @Nullable String after) {
        return Templates.register(shares.register(after, PAGE));
    }
}
