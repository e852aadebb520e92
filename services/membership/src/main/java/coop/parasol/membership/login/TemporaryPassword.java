package coop.parasol.membership.login;

import org.keycloak.representations.idm.CredentialRepresentation;

/** A password for Keycloak that its owner has to change at the next sign-in. */
public final class TemporaryPassword {

    private TemporaryPassword() {}

    /** As an account at Keycloak takes it. */
    public static CredentialRepresentation of(String password) {
        CredentialRepresentation credential = new CredentialRepresentation();
        credential.setType(CredentialRepresentation.PASSWORD);
        credential.setValue(password);
        credential.setTemporary(true);
        return credential;
    }
}
