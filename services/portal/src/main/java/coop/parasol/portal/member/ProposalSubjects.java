package coop.parasol.portal.member;

import coop.parasol.portal.client.Listed;
import coop.parasol.portal.page.FormFields;
import coop.parasol.portal.page.Formats;
import coop.parasol.portal.page.Person;
import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** What a proposal can be about: a member of the share register, a period whose close is proposed, or an applicant by its number. */
@RequestScoped
class ProposalSubjects {

    private static final int PAGE = 200;
    private static final int MAX_MEMBERS = 5_000;
    private static final String PROPOSED = "PROPOSED";

    private final ShareClient shares;
    private final VoteClient votes;
    private final Person person;

    ProposalSubjects(@RestClient ShareClient shares, @RestClient VoteClient votes, Person person) {
        this.shares = shares;
        this.votes = votes;
        this.person = person;
    }

    /** A member or a period by what it is called. */
    record Subject(String id, String name) {}

    /** What there is to choose from. */
    record Subjects(List<Subject> members, List<Subject> periods) {}

    Subjects all() {
        return new Subjects(members(), periods());
    }

    /** The form's field that says what a proposal of this kind is about. */
    static String field(String kind) {
        return switch (kind) {
            case "ADMISSION" -> "application";
            case "EXPULSION" -> "member";
            case "SURPLUS" -> "period";
            default -> "subjectId";
        };
    }

    /** The id of what the form's proposal is about; null where its kind is about nothing or nothing was chosen. */
    static @Nullable String chosen(FormFields form) {
        return form.optional(field(form.text("kind")));
    }

    /** All who hold a share, but the member itself. */
    private List<Subject> members() {
        List<Subject> members = new ArrayList<>();
        String after = null;
        do {
            Listed<ShareClient.Certificate> page = shares.register(after, PAGE);
            page.items().stream()
                    .filter(share -> share.cancelledAt() == null)
                    .filter(share -> !share.memberId().equals(person.memberId()))
                    .forEach(share -> members.add(new Subject(share.memberId().toString(), share.name())));
            after = page.next();
        } while (after != null && members.size() < MAX_MEMBERS);
        members.sort((one, other) -> one.name().compareToIgnoreCase(other.name()));
        return members;
    }

    /** Those that can be voted on. */
    private List<Subject> periods() {
        return votes.periods(null, PAGE).items().stream()
                .filter(period -> period.state().equals(PROPOSED))
                .map(period -> new Subject(
                        period.periodId().toString(),
                        Formats.text(period.firstDay()) + " – " + Formats.text(period.lastDay())))
                .toList();
    }
}
