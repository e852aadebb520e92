package coop.parasol.local.bench;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Which products are ordered and by whom: orders meet at the same rows, or do not. */
enum OrderMix {
    HOT_PRODUCTS("3 products, 1,000 partners", 3, 1_000),
    MANY_PRODUCTS("1,000 products, 1,000 partners", 1_000, 1_000),
    ONE_PARTNER("1,000 products, one partner", 1_000, 1);

    static final int PRODUCTS = 1_000;
    static final int PARTNERS = 1_000;
    static final int BATCHES_PER_PRODUCT = 4;
    static final int PRODUCERS = 8;
    static final int LINES = 3;
    static final int QUANTITY = 2;
    /** List price of a unit, in minor units of the firm's currency. */
    static final long UNIT_PRICE = 1_000;

    static final long TOTAL = LINES * QUANTITY * UNIT_PRICE;

    private final String description;
    private final int products;
    private final int partners;

    OrderMix(String description, int products, int partners) {
        this.description = description;
        this.products = products;
        this.partners = partners;
    }

    String description() {
        return description;
    }

    /** An order of the mix: its partner and the numbers of its products, ascending and all different. */
    record Choice(UUID partnerId, List<Integer> products) {}

    Choice next() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        List<Integer> chosen = new ArrayList<>();
        while (chosen.size() < LINES) {
            int product = random.nextInt(products);
            if (!chosen.contains(product)) {
                chosen.add(product);
            }
        }
        chosen.sort(null);
        return new Choice(partner(random.nextInt(partners)), chosen);
    }

    static String product(int number) {
        return "BENCH-%04d".formatted(number);
    }

    static UUID partner(int number) {
        return id("partner " + number);
    }

    static UUID producer(int number) {
        return id("producer " + number);
    }

    /** The batch of a product that expires so many days after the first; the first is allocated first. */
    static UUID batch(int product, int day) {
        return id("batch " + product + " " + day);
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
