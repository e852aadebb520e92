package coop.parasol.portal.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list, as every service answers it.
 *
 * @param next the cursor of the next page; null on the last
 */
public record Listed<T>(List<T> items, @Nullable String next) {}
