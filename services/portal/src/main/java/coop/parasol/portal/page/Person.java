package coop.parasol.portal.page;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Who looks at the page, as Keycloak says; nobody on a public page that did not ask. In templates {@code inject:person}. */
@Named("person")
@RequestScoped
public class Person {

    private @Nullable SecurityIdentity identity;

    /** Takes over who has signed in; called once a page, before it is made. */
    public void signedIn(SecurityIdentity who) {
        this.identity = who.isAnonymous() ? null : who;
    }

    public boolean isSignedIn() {
        return identity != null;
    }

    /** Full name, or the user name where there is none. */
    public String name() {
        String name = claim("name");
        return name != null ? name : String.valueOf(claim("preferred_username"));
    }

    /** Whether Keycloak has given the person that role. */
    public boolean is(String role) {
        return roles().contains(role);
    }

    public Set<String> roles() {
        return identity == null ? Set.of() : identity.getRoles();
    }

    /** The language that Keycloak knows of the person; null where it knows none. */
    public @Nullable String locale() {
        return claim("locale");
    }

    /** The identity at Keycloak, by which services record who did what. */
    public String subject() {
        return String.valueOf(claim("sub"));
    }

    /** This browser's session at Keycloak. */
    public String session() {
        return String.valueOf(claim("sid"));
    }

    /** When what Keycloak has said of the person has to be asked again. */
    public Instant signedInUntil() {
        return identity != null && identity.getPrincipal() instanceof JsonWebToken token
                ? Instant.ofEpochSecond(token.getExpirationTime())
                : Instant.EPOCH;
    }

    /** The member for whom a producer acts. */
    public @Nullable UUID memberId() {
        return id("member_id");
    }

    /** Whether the account is that of a member's colleague, for whom services keep back what the member's own account decides. */
    public boolean isColleague() {
        return claim("member_colleague") != null;
    }

    /** The partner for whom a buyer acts. */
    public @Nullable UUID partnerId() {
        return id("partner_id");
    }

    public @Nullable UUID auditorId() {
        return id("auditor_id");
    }

    /** What services are called with. */
    public @Nullable String accessToken() {
        AccessTokenCredential credential =
                identity == null ? null : identity.getCredential(AccessTokenCredential.class);
        return credential == null ? null : credential.getToken();
    }

    private @Nullable UUID id(String claim) {
        String value = claim(claim);
        return value == null ? null : UUID.fromString(value);
    }

    private @Nullable String claim(String name) {
        if (identity == null || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            return null;
        }
        Object value = token.getClaim(name);
        return value == null ? null : value.toString();
    }
}
