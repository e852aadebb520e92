package coop.parasol.web.openapi;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.MethodInfo;

/** Who may call an operation: realm roles of the access token. */
final class Roles {

    static final String SCHEME = "openIdConnect";

    static final String PUBLIC = "jakarta.annotation.security.PermitAll";

    private static final String[] SECURITY_ANNOTATIONS = {
        "jakarta.annotation.security.RolesAllowed", PUBLIC, "io.quarkus.security.Authenticated"
    };

    private Roles() {}

    static SecurityScheme scheme() {
        return OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat("JWT")
                .description(
                        "An access token (JWT) of the installation's OpenID Connect provider, realm `parasol`; its discovery"
                                + " document is `/realms/parasol/.well-known/openid-configuration` on the issuer's address."
                                + " People sign in by the authorization code flow with PKCE, machines by client"
                                + " credentials. The roles that an operation lists are realm roles (claim"
                                + " `realm_access.roles`), any one of which is enough; an account that belongs to a member,"
                                + " a partner or an auditor says so in the claims `member_id`, `partner_id` or"
                                + " `auditor_id`, and sees and changes what is its own. The claim `member_colleague` marks"
                                + " the account of a person whom a member has invited: it is refused with the code"
                                + " `own-account-only` where a member decides by its own account.");
    }

    /** Whether the operation answers without a token. */
    static boolean isPublic(MethodInfo method) {
        AnnotationInstance security = security(method);
        return security == null || security.name().withoutPackagePrefix().equals("PermitAll");
    }

    /** The roles any of which is enough; empty if every valid token is. */
    static List<String> of(MethodInfo method) {
        AnnotationInstance security = security(method);
        return security != null && security.name().withoutPackagePrefix().equals("RolesAllowed")
                ? List.of(security.value().asStringArray())
                : List.of();
    }

    /** One alternative a role; empty for a public operation. */
    static List<SecurityRequirement> requirements(MethodInfo method) {
        if (isPublic(method)) {
            return List.of();
        }
        List<SecurityRequirement> any = new ArrayList<>();
        of(method)
                .forEach(role -> any.add(OASFactory.createSecurityRequirement().addScheme(SCHEME, List.of(role))));
        return any.isEmpty() ? List.of(OASFactory.createSecurityRequirement().addScheme(SCHEME, List.of())) : any;
    }

    private static @org.jspecify.annotations.Nullable AnnotationInstance security(MethodInfo method) {
        for (AnnotationTarget target : new AnnotationTarget[] {method, method.declaringClass()}) {
            for (String name : SECURITY_ANNOTATIONS) {
                AnnotationInstance found = target.declaredAnnotation(name);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
