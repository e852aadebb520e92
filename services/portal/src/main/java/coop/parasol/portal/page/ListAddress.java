package coop.parasol.portal.page;

import coop.parasol.csv.TypedDigits;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The address of a list with its filters, as pagers want it: {@code /orders?state=ACCEPTED&}, so that it can be shared. */
public final class ListAddress {

    private final StringBuilder address;

    private ListAddress(String path) {
        address = new StringBuilder(path).append('?');
    }

    /** @param path of the list's page, with the slash at its beginning */
    public static ListAddress of(String path) {
        return new ListAddress(path);
    }

    /** The same address with a filter; nothing is added where nothing is filtered. */
    public ListAddress with(String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            address.append(name)
                    .append('=')
                    .append(URLEncoder.encode(value.strip(), StandardCharsets.UTF_8))
                    .append('&');
        }
        return this;
    }

    /** To which the cursor of the next page is added. */
    public String more() {
        return address.toString();
    }

    /** What was typed into a filter; null where nothing was. */
    public static @Nullable String given(@Nullable String value) {
        return value == null || value.isBlank() ? null : TypedDigits.latin(value.strip());
    }
}
