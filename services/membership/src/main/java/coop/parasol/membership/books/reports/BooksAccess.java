package coop.parasol.membership.books.reports;

import coop.parasol.membership.exit.ExitRegister;
import coop.parasol.membership.member.ShareHolders;
import coop.parasol.web.Caller;
import coop.parasol.web.Refusal;
import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who may read the firm's books: whoever owns a part of the firm, and the treasurer. */
@RequestScoped
public class BooksAccess {

    private static final String TREASURER = "treasurer";

    private final Caller caller;
    private final ShareHolders shareHolders;
    private final ExitRegister exitRegister;

    BooksAccess(Caller caller, ShareHolders shareHolders, ExitRegister exitRegister) {
        this.caller = caller;
        this.shareHolders = shareHolders;
        this.exitRegister = exitRegister;
    }

    /** Whether the caller may read the books. */
    public sealed interface Outcome permits Granted, Denied {}

    /** @param memberId the member that reads, and sees what concerns itself or no member; absent for the treasurer, who sees everything */
    public record Granted(@Nullable UUID memberId) implements Outcome {}

    /** 403 {@code not-an-owner}. */
    public record Denied(Refusal reason) implements Outcome {}

    /** The treasurer, or a member that holds a share. */
    public Outcome toBooks() {
        if (caller.has(TREASURER)) {
            return new Granted(null);
        }
        UUID member = caller.member();
        return shareHolders.holdsShare(member)
                ? new Granted(member)
                : denied("The books are open to whoever holds a share.");
    }

    /** As {@link #toBooks()}; also a member whose share is cancelled and whose exit is not paid in full proves its part. */
    public Outcome toProof() {
        if (caller.has(TREASURER)) {
            return new Granted(null);
        }
        UUID member = caller.member();
        return shareHolders.holdsShare(member) || exitRegister.isOwedSettlement(member)
                ? new Granted(member)
                : denied("The books are proven to whoever holds a share or is owed its settlement.");
    }

    private static Denied denied(String detail) {
        return new Denied(new Refusal.Forbidden("not-an-owner", detail));
    }
}
