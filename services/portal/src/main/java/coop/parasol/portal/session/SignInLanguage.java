package coop.parasol.portal.session;

import coop.parasol.portal.page.Language;
import coop.parasol.portal.page.ReaderLanguage;
import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.OidcRedirectFilter;
import io.quarkus.oidc.Redirect;
import jakarta.enterprise.context.ApplicationScoped;

/** Asks Keycloak for its sign-in page in the language in which the portal is read. */
@ApplicationScoped
@Unremovable // asked for by its type while the portal runs, which the build does not see
@Redirect(Redirect.Location.OIDC_AUTHORIZATION)
final class SignInLanguage implements OidcRedirectFilter {

    @Override
    public void filter(OidcRedirectContext redirect) {
        ReaderLanguage.askedBy(redirect.routingContext().request())
                .map(Language::keycloakTag)
                .ifPresent(tag -> redirect.additionalQueryParams().set("ui_locales", tag));
    }
}
