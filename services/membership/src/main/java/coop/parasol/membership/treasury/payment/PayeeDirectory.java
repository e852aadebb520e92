package coop.parasol.membership.treasury.payment;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** To whom and where payments go. Treasury declares this; whoever keeps members' names and bank accounts implements it. */
public interface PayeeDirectory {

    /**
     * A member as the bank needs it.
     *
     * @param iban absent while the member has named no bank account
     * @param loginResetAt when two persons of the desks last gave it a new password, with which it can name another account
     */
    record Payee(
            UUID memberId,
            String name,
            @Nullable String iban,
            @Nullable Instant loginResetAt) {}

    /** The payees of now, one for each id, in no order. */
    List<Payee> payees(Collection<UUID> memberIds);
}
