package coop.parasol.portal.page;

import coop.parasol.portal.client.ServiceProblem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.ConnectException;
import java.net.UnknownHostException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** A page where there is none, where a service refuses the whole page, and where the portal itself has failed. */
final class ProblemPages {

    private static final Logger LOG = Logger.getLogger(ProblemPages.class);

    private static final int FIRST_ERROR = 400;
    private static final int SESSION_ENDED = 499;
    private static final int FIRST_OWN_ERROR = 500;

    private final Messages words = Words.of(Messages.class);
    private final CurrentIdentityAssociation identities;
    private final Person person;

    ProblemPages(CurrentIdentityAssociation identities, Person person) {
        this.identities = identities;
        this.person = person;
    }

    @CheckedTemplate(basePath = "page")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance problem(String heading, String sentence);
    }

    @ServerExceptionMapper
    public Response refused(ServiceProblem problem) {
        ServiceProblem.Document document = problem.document();
        String heading = document.status() == Response.Status.NOT_FOUND.getStatusCode()
                ? words.notFound()
                : words.thereIsAProblem();
        return page(document.status(), heading, ProblemSentences.of(document.code(), document.detail()));
    }

    /** Where no page has the address, nobody has asked yet who looks: the head of the page says it as of any other. */
    @ServerExceptionMapper
    public Uni<Response> missing(NotFoundException missing) {
        return (person.isSignedIn() ? Uni.createFrom().voidItem() : whoLooks())
                .map(known -> page(Response.Status.NOT_FOUND.getStatusCode(), words.notFound(), words.notFoundWhat()));
    }

    private Uni<Void> whoLooks() {
        return identities
                .getDeferredIdentity()
                .invoke(person::signedIn)
                .replaceWithVoid()
                .onFailure()
                .recoverWithNull();
    }

    @ServerExceptionMapper
    public Response away(ProcessingException away, ContainerRequestContext request) {
        LOG.warnf("A service does not answer: %s", away.getMessage());
        boolean mayBeDone = !request.getMethod().equals(HttpMethod.GET) && !isUnreached(away);
        return refused(mayBeDone ? ServiceProblem.unanswered() : ServiceProblem.unavailable());
    }

    /** Whether the call has not even reached the service. */
    private static boolean isUnreached(Throwable away) {
        for (Throwable cause = away; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException || cause instanceof UnknownHostException) {
                return true;
            }
        }
        return false;
    }

    /** A refusal that nobody has given words: a form without its token, or an address that takes no such call. */
    @ServerResponseFilter
    public void withoutWords(ContainerResponseContext response) {
        int status = response.getStatus();
        if (status >= FIRST_ERROR && status != SESSION_ENDED && !response.hasEntity()) {
            boolean own = status >= FIRST_OWN_ERROR;
            String sentence = own
                    ? words.failedWhat()
                    : status == Response.Status.BAD_REQUEST.getStatusCode()
                            ? words.formNotTaken()
                            : words.notFoundWhat();
            response.setEntity(
                    Templates.problem(own ? words.failed() : words.thereIsAProblem(), sentence)
                            .render(),
                    null,
                    MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"));
        }
    }

    private static Response page(int status, String heading, String sentence) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(Templates.problem(heading, sentence).render())
                .build();
    }
}
