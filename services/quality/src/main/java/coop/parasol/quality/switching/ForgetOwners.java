package coop.parasol.quality.switching;

import coop.parasol.contracts.MembershipEvent.PersonErased;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Of a firm that was erased nobody's name stays with its corrective actions. */
@ApplicationScoped
class ForgetOwners {

    void on(@Observes PersonErased erased) {
        CorrectiveAction.eraseOwners(erased.memberId());
    }
}
