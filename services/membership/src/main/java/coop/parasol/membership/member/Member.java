package coop.parasol.membership.member;

import coop.parasol.contracts.Identifier;
import coop.parasol.contracts.MembershipEvent.FirmKind;
import coop.parasol.membership.member.rules.MemberState;
import coop.parasol.web.MailLanguage;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A firm that has applied for membership, and what became of it. */
@Entity
public class Member extends PanacheEntityBase {

    @Id
    public UUID id;

    public String name;
    public String registrationNumber;

    /** the letters and digits of the registration number, which the database takes from it */
    @Column(insertable = false, updatable = false)
    public @Nullable String registrationKey;

    @Enumerated(EnumType.STRING)
    public FirmKind kind;

    public String email;

    /** In which it has applied, and is invited unless the registrar chooses another; null where it has not said. */
    @Enumerated(EnumType.STRING)
    public @Nullable MailLanguage language;

    /** What it can make or process, in its own words. */
    public List<String> capabilities = List.of();

    public @Nullable String street;
    public @Nullable String postalCode;
    public @Nullable String city;

    /** ISO 3166-1 alpha-2. */
    public @Nullable String country;

    /** Its bank account, a valid IBAN; shown to nobody but itself, the registrar and the treasurer. */
    public @Nullable String iban;

    @Enumerated(EnumType.STRING)
    public MemberState state;

    /** Price of its share in minor units: the value on the day of admission, from the first payment on what is paid. */
    public @Nullable Long buyInDue;

    public @Nullable String refusalReason;
    public Instant appliedAt;

    /** When the registrar or the members first dealt with its application; before, no topic knows of it. */
    public @Nullable Instant takenUpAt;

    /** Whether its e-mail address has to be confirmed before it is admitted. */
    public boolean confirmationAsked;

    /** When who reads its mail has said so by a link; a changed address is confirmed anew. */
    public @Nullable Instant emailConfirmedAt;

    public @Nullable Instant admittedAt;

    /** One share is held from here to its cancellation. */
    public @Nullable Instant shareIssuedAt;

    public @Nullable Instant shareCancelledAt;
    public @Nullable Instant leftAt;

    /** When two registrars last gave its account a new password. */
    public @Nullable Instant loginResetAt;

    /** When what is personal of it was first erased. */
    public @Nullable Instant erasedAt;

    /** The bylaws it was admitted or refused under. */
    public @Nullable Integer bylawsVersion;

    @Version
    public long version;

    public static Optional<Member> lock(UUID id) {
        return Member.<Member>find("id", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResultOptional();
    }

    /** In which language a member has applied; empty where it has not said. */
    public static Optional<MailLanguage> languageOf(UUID id) {
        return Member.<Member>findByIdOptional(id).map(member -> member.language);
    }

    /** Whether it cannot be admitted before its e-mail address is confirmed. */
    public boolean hasToConfirmEmail() {
        return state == MemberState.APPLIED && confirmationAsked && emailConfirmedAt == null;
    }

    /** Whether its share is issued and not cancelled. */
    public boolean holdsShare() {
        return shareIssuedAt != null && shareCancelledAt == null;
    }

    /** @throws IllegalStateException if this state does not follow on the present one: callers have checked it */
    public void transitionTo(MemberState next) {
        if (!state.canBecome(next)) {
            throw new IllegalStateException(state + " does not become " + next);
        }
        state = next;
    }

    /** Whether the registration number, however it is punctuated, is that of a member. */
    public static boolean isRegistrationTaken(String registrationNumber) {
        return count(
                        "registrationKey = ?1 and state in (?2, ?3, ?4, ?5)",
                        Identifier.of(registrationNumber).lettersAndDigits(),
                        MemberState.ADMITTED,
                        MemberState.ACTIVE,
                        MemberState.LEAVING,
                        MemberState.EXPELLED)
                > 0;
    }

    /** Whether a newer membership uses the same e-mail address as the name of its login. */
    public boolean hasSuccessor() {
        return isEmailTaken(email, id);
    }

    /** Whether the e-mail address is the name of a member's login. */
    public static boolean isEmailTaken(String email) {
        return isEmailTaken(email, new UUID(0, 0));
    }

    /** Whether the e-mail address is the name of another member's login. */
    public static boolean isEmailTaken(String email, UUID except) {
        return count(
                        "lower(email) = lower(?1) and id <> ?6 and state in (?2, ?3, ?4, ?5)",
                        email,
                        MemberState.ADMITTED,
                        MemberState.ACTIVE,
                        MemberState.LEAVING,
                        MemberState.EXPELLED,
                        except)
                > 0;
    }
}
