package coop.parasol.portal.session;

import coop.parasol.portal.page.DeskPaths;
import coop.parasol.portal.page.Person;
import coop.parasol.portal.page.PublicPage;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a sign-in before every page that is not public. A form that arrives after the session has ended is not lost to a
 * redirect: its fields come back on a page that sends them again once the person has signed in. Nobody sends a form that was made for
 * somebody else.
 */
final class SignInFilter {

    /** The field by which a form says for whom it was made. */
    private static final String FORM_OF = "form-of";

    private final CurrentIdentityAssociation identities;
    private final Person person;
    private final SessionEndedPage sessionEnded;

    SignInFilter(CurrentIdentityAssociation identities, Person person, SessionEndedPage sessionEnded) {
        this.identities = identities;
        this.person = person;
        this.sessionEnded = sessionEnded;
    }

    /**
     * Runs when a form's fields are read, and before its CSRF token is looked at, which a browser may have lost with the session: of filters
     * that want the fields, Quarkus runs the one with the highest priority first.
     */
    @WithFormRead
    @ServerRequestFilter(priority = Priorities.USER + 1)
    public Uni<@Nullable Response> signIn(ContainerRequestContext request, ResourceInfo page) {
        boolean isPublic = isPublic(page.getResourceMethod());
        if (isPublic && !hasSession(request)) {
            return Uni.createFrom().nullItem();
        }
        return identities
                .getDeferredIdentity()
                .onItem()
                .transformToUni(who -> entered(who, isPublic, request))
                .onFailure(AuthenticationException.class::isInstance)
                .recoverWithUni(ended -> isPublic ? Uni.createFrom().nullItem() : refused(request, ended));
    }

    private Uni<@Nullable Response> entered(SecurityIdentity who, boolean isPublic, ContainerRequestContext request) {
        if (who.isAnonymous() && !isPublic) {
            return refused(request, new UnauthorizedException());
        }
        person.signedIn(who);
        if (!DeskPaths.isFor(request.getUriInfo().getPath(), person.roles())) {
            return Uni.createFrom().failure(new NotFoundException());
        }
        return isOfAnother(request)
                ? Uni.createFrom().item(OthersFormPage.refusal())
                : Uni.createFrom().nullItem();
    }

    /** Whether somebody else has filled in the form: another person may have signed in at this browser since. */
    private boolean isOfAnother(ContainerRequestContext request) {
        if (!person.isSignedIn() || !request.getMethod().equals(HttpMethod.POST)) {
            return false;
        }
        FormData form = CurrentRequestManager.get().getFormData();
        var of = form == null ? null : form.getFirst(FORM_OF);
        return of != null && !of.isFileItem() && !of.getValue().equals(person.subject());
    }

    private Uni<@Nullable Response> refused(ContainerRequestContext request, Throwable reason) {
        if (!request.getMethod().equals(HttpMethod.POST)) {
            return Uni.createFrom().failure(reason);
        }
        ResteasyReactiveRequestContext call = CurrentRequestManager.get();
        return Uni.createFrom().item(sessionEnded.keeping(request, call.getFormData()));
    }

    private static boolean hasSession(ContainerRequestContext request) {
        return request.getCookies().keySet().stream().anyMatch(name -> name.startsWith("q_session"));
    }

    private static boolean isPublic(Method page) {
        return page.isAnnotationPresent(PublicPage.class)
                || page.getDeclaringClass().isAnnotationPresent(PublicPage.class);
    }
}
