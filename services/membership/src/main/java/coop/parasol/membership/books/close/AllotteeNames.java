package coop.parasol.membership.books.close;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** What the members are called to whom a close brings something. The books declare this; whoever keeps the names implements it. */
public interface AllotteeNames {

    /** The names of members by their ids; those that are not known are left out. */
    Map<UUID, String> ofAllottees(Collection<UUID> memberIds);
}
