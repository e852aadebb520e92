package coop.parasol.portal.mail;

import coop.parasol.portal.mail.rules.LeaveToken;
import coop.parasol.portal.notice.NoticeTexts;
import coop.parasol.portal.notice.rules.NoticeKind;
import coop.parasol.portal.page.PublicPage;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/**
 * The page of the link by which somebody wants no more mail of a kind. To look at it changes nothing, for mail programs look at links
 * by themselves; the button does, and so does a mail program's own one ({@link LeaveRoute}).
 */
@Path("notices/leave")
@PublicPage
@Blocking
final class LeavePages {

    private final LeaveLinks links;

    LeavePages(LeaveLinks links) {
        this.links = links;
    }

    @CheckedTemplate(basePath = "mail")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance leave(String kind, String token, boolean done);
    }

    @GET
    @Path("{token}")
    public TemplateInstance show(@PathParam("token") String token, @QueryParam("done") @Nullable String done) {
        LeaveToken read = links.read(token).orElseThrow(NotFoundException::new);
        return Templates.leave(NoticeTexts.kind(NoticeKind.valueOf(read.kind())), token, done != null);
    }
}
