package coop.parasol.membership.books.reports;

import coop.parasol.membership.books.reports.BooksAccess.Denied;
import coop.parasol.membership.books.reports.BooksAccess.Granted;
import coop.parasol.web.Problem;
import java.util.Optional;
import java.util.UUID;

/** What the resources of the open books have in common: 403 {@code not-an-owner} for whoever may not read them. */
public final class OpenBooksResource {

    private OpenBooksResource() {}

    /** @return the member that reads; empty for the treasurer, who sees all of them */
    public static Optional<UUID> requireReader(BooksAccess.Outcome access) {
        return switch (access) {
            case Granted granted -> Optional.ofNullable(granted.memberId());
            case Denied denied -> throw Problem.of(denied.reason());
        };
    }
}
