package coop.parasol.membership.erasure;

import coop.parasol.membership.admission.VettingNotes;
import coop.parasol.membership.books.ledger.Journal;
import coop.parasol.membership.books.manualentry.ManualEntryWords;
import coop.parasol.membership.exit.ExitWords;
import coop.parasol.membership.governance.ProposalWords;
import coop.parasol.membership.login.Logins;
import coop.parasol.membership.member.MemberDetails;
import coop.parasol.membership.owner.OwnerProofs;
import coop.parasol.membership.taxregistration.TaxRegistrations;
import coop.parasol.membership.treasury.payment.PayeeNames;
import coop.parasol.web.IdempotencyKeys;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.ToIntFunction;

/** What is personal of a member in this service's tables, part by part; each feature erases its own. */
@ApplicationScoped
class PersonalData {

    private final List<Part> parts;

    PersonalData(
            MemberDetails details,
            VettingNotes vettingNotes,
            Logins logins,
            ExitWords exitWords,
            OwnerProofs ownerProofs,
            TaxRegistrations taxRegistrations,
            PayeeNames payeeNames,
            ProposalWords proposalWords,
            ManualEntryWords manualEntryWords,
            Journal journal,
            IdempotencyKeys idempotencyKeys) {
        this.parts = List.of(
                new Part("e-mail address, postal address, capabilities, bank account", false, details::eraseContact),
                new Part("reasons of a refusal, notes of the registrar", false, vettingNotes::erase),
                new Part(
                        "accounts at Keycloak, of its colleagues as well, reasons of password resets",
                        false,
                        logins::erase),
                new Part(
                        "reasons of leaving, proposed bank accounts with their proofs", false, exitWords::eraseReasons),
                new Part("proofs of who owns it", false, ownerProofs::erase),
                new Part("numbers and addresses of tax registrations", false, taxRegistrations::erase),
                new Part("stored answers to its calls", false, idempotencyKeys::eraseAnswersAbout),
                new Part("name and registration number in the register of members", true, details::eraseName),
                new Part("words of the votes about it", true, proposalWords::erase),
                new Part("documents and steps of its exit", true, exitWords::eraseDocuments),
                new Part("names and accounts to which it was paid", true, payeeNames::erase),
                new Part("words of entries by hand that concern it", true, manualEntryWords::erase),
                new Part("words of its entries in the books", true, journal::eraseTexts));
    }

    /**
     * @param isOfTheBooks whether the law makes the firm keep it, as books and what they rest on
     * @param erase erases it of a member, and says how many rows had any
     */
    private record Part(String what, boolean isOfTheBooks, ToIntFunction<UUID> erase) {}

    /**
     * A part that was erased.
     *
     * @param rows how many rows had any of it
     */
    record Erased(String what, int rows) {}

    /**
     * Erases all that need not be kept.
     *
     * @param booksToo whether the time for which books are kept is over
     */
    List<Erased> erase(UUID memberId, boolean booksToo) {
        List<Erased> erased = new ArrayList<>();
        for (Part part : parts) {
            if (booksToo || !part.isOfTheBooks()) {
                erased.add(new Erased(part.what(), part.erase().applyAsInt(memberId)));
            }
        }
        return erased;
    }

    /** What is erased at once ({@code false}), or kept as the books are ({@code true}). */
    List<String> names(boolean ofTheBooks) {
        return parts.stream()
                .filter(part -> part.isOfTheBooks() == ofTheBooks)
                .map(Part::what)
                .toList();
    }
}
