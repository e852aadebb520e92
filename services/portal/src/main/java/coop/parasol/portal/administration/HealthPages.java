package coop.parasol.portal.administration;

import coop.parasol.portal.mail.MailHealth;
import coop.parasol.portal.page.Part;
import coop.parasol.portal.page.Parts;
import coop.parasol.portal.page.Person;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How every service is, for the administrator. */
@Path("administration")
@Blocking
final class HealthPages {

    private final ServiceHealth health;
    private final Person person;
    private final Parts parts;
    private final MailHealth mails;

    HealthPages(ServiceHealth health, MailHealth mails, Person person, Parts parts) {
        this.health = health;
        this.mails = mails;
        this.person = person;
        this.parts = parts;
    }

    @CheckedTemplate(basePath = "administration")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance health(List<ServiceHealth.Health> services, MailHealth.@Nullable Mails mails);
    }

    /** The port for operators asks nobody who calls, so that the portal has to. */
    @GET
    public TemplateInstance show() {
        if (!person.is("administrator")) {
            throw new NotFoundException();
        }
        List<Parts.Pending<ServiceHealth.Health>> asked = health.names().stream()
                .map(name -> parts.start(() -> health.of(name)))
                .toList();
        return Templates.health(
                asked.stream().map(Parts.Pending::await).map(Part::value).toList(), mails.mails());
    }
}
