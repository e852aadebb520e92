package coop.parasol.membership.admission;

import coop.parasol.contracts.GovernanceEvent.ProposalKind;
import coop.parasol.membership.governance.ProposalEffect;
import coop.parasol.membership.member.Member;
import coop.parasol.membership.member.rules.MemberState;
import coop.parasol.messaging.Cause;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** A firm that the members have accepted is admitted, one that they have rejected is refused; without a quorum they can vote again. */
@ApplicationScoped
class AdmitByVote implements ProposalEffect {

    private static final String REFUSED_BY_VOTE = "The members have not accepted the application.";

    private final DecideApplication decideApplication;

    AdmitByVote(DecideApplication decideApplication) {
        this.decideApplication = decideApplication;
    }

    @Override
    public ProposalKind kind() {
        return ProposalKind.ADMISSION;
    }

    @Override
    public Optional<Objection> objection(UUID subjectId) {
        Member applicant = Member.findById(subjectId);
        if (applicant == null) {
            return Optional.of(new Objection("no-such-applicant"));
        }
        if (applicant.state != MemberState.APPLIED) {
            return Optional.of(new Objection("not-applied"));
        }
        return applicant.hasToConfirmEmail() ? Optional.of(new Objection("address-unconfirmed")) : Optional.empty();
    }

    @Override
    public Optional<String> decided(Decision decision, Cause cause) {
        Member applicant = Member.lock(decision.subjectId()).orElseThrow();
        if (applicant.state != MemberState.APPLIED) {
            return Optional.of("The applicant is " + applicant.state + ".");
        }
        return switch (decision.result()) {
            case ACCEPTED -> admit(applicant, cause);
            case REJECTED -> {
                decideApplication.refuse(applicant, REFUSED_BY_VOTE, true, cause);
                yield Optional.empty();
            }
            case NO_QUORUM -> Optional.empty();
        };
    }

    private Optional<String> admit(Member applicant, Cause cause) {
        return switch (decideApplication.admit(applicant, cause)) {
            case DecideApplication.Admitted admitted -> Optional.empty();
            case DecideApplication.AddressUnconfirmed unconfirmed ->
                Optional.of("The applicant has not confirmed its e-mail address.");
            case DecideApplication.RegistrationTaken taken ->
                Optional.of("Another member has the applicant's registration number.");
            case DecideApplication.EmailTaken taken ->
                Optional.of("Another member has an account with the applicant's e-mail address.");
            case DecideApplication.ShareWorthless worthless -> Optional.of("A share is worth nothing.");
        };
    }
}
