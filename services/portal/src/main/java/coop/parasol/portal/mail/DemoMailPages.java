package coop.parasol.portal.mail;

import coop.parasol.portal.page.Firm;
import coop.parasol.portal.page.PublicPage;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;

/** The mails of a demo, whose people are invented: anybody may read them. In a firm there is no such page. */
@Path("demo/mail")
@PublicPage
@Blocking
final class DemoMailPages {

    private final DemoOutbox outbox;
    private final Firm firm;

    DemoMailPages(DemoOutbox outbox, Firm firm) {
        this.outbox = outbox;
        this.firm = firm;
    }

    @CheckedTemplate(basePath = "mail")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance demoMails(List<DemoOutbox.Mail> mails);

        static native TemplateInstance demoMail(DemoOutbox.Mail mail);
    }

    @GET
    public TemplateInstance list() {
        requireDemo();
        return Templates.demoMails(outbox.newest());
    }

    @GET
    @Path("{name}")
    public TemplateInstance show(@PathParam("name") String name) {
        requireDemo();
        return Templates.demoMail(outbox.find(name).orElseThrow(NotFoundException::new));
    }

    private void requireDemo() {
        if (!firm.isDemo() || !outbox.isThere()) {
            throw new NotFoundException();
        }
    }
}
