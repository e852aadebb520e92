package coop.parasol.production.outlook;

import coop.parasol.contracts.DistributionEvent.Allocation;
import coop.parasol.contracts.DistributionEvent.OrderAccepted;
import coop.parasol.contracts.DistributionEvent.OrderAllocated;
import coop.parasol.contracts.DistributionEvent.OrderCancelled;
import coop.parasol.contracts.DistributionEvent.OrderLine;
import coop.parasol.contracts.DistributionEvent.ShipmentDispatched;
import coop.parasol.contracts.DistributionEvent.ShippedGoods;
import coop.parasol.contracts.Event;
import coop.parasol.contracts.ForecastEvent.ForecastChanged;
import coop.parasol.contracts.Money;
import coop.parasol.contracts.OrderChangeEvent.OrderLineReduced;
import coop.parasol.contracts.OrderChangeEvent.ReductionCause;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.QualityEvent.BatchCertified;
import coop.parasol.contracts.QualityEvent.BatchRecalled;
import coop.parasol.contracts.QualityEvent.BatchReinstated;
import coop.parasol.contracts.QualityEvent.BatchRejected;
import coop.parasol.contracts.QualityEvent.BatchScrapped;
import coop.parasol.contracts.QualityEvent.BatchSuspended;
import coop.parasol.contracts.QualityEvent.CertificateExpired;
import coop.parasol.contracts.QualityEvent.RecallClass;
import coop.parasol.contracts.QualityEvent.ReworkAnnounced;
import coop.parasol.contracts.Quantity;
import coop.parasol.contracts.UnitPrice;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/** Random histories of orders, shipments and what quality decides, the same for each world with the same seed. */
record RandomEvents(String run) {

    static final int ORDERS = 20;
    static final int BATCHES = 12;
    private static final int PARTNERS = 2;
    private static final Money PRICE = Money.of("1.00", "INR");

    /** An id of its own for each name and world. */
    UUID id(String world, String name) {
        return UUID.nameUUIDFromBytes((run + world + name).getBytes(StandardCharsets.UTF_8));
    }

    /** The code of a product. */
    String product(String world, int number) {
        return world + "-" + number + "-" + run;
    }

    /** Shipments may come before their orders and before the certificates of their goods. */
    List<Event> scattered(String world, Random random) {
        List<Event> events = new ArrayList<>();
        for (int order = 0; order < ORDERS; order++) {
            UUID orderId = id(world, "order " + order);
            int lines = 1 + random.nextInt(3);
            OrderAccepted accepted = accepted(world, orderId, lines, random);
            events.add(accepted);
            events.add(random.nextInt(events.size()), allocated(accepted, random));
            for (int shipment = random.nextInt(3); shipment > 0; shipment--) {
                events.add(random.nextInt(events.size()), dispatched(world, orderId, lines, random));
            }
        }
        for (int partner = 1; partner <= PARTNERS; partner++) {
            addAfter(events, events.get(random.nextInt(events.size())), forecasts(world, partner, random), random);
        }
        for (int batch = 0; batch < BATCHES; batch++) {
            BatchCertified certified = certified(world, batch, 1 + random.nextInt(50));
            events.add(random.nextInt(events.size()), certified);
            addAfter(events, certified, decisions(world, batch, random), random);
        }
        for (Event event : List.copyOf(events)) {
            if (event instanceof OrderAccepted accepted) {
                List<Event> later = new ArrayList<>(reductions(accepted, random));
                if (random.nextInt(3) == 0) {
                    later.add(new OrderCancelled(accepted.orderId(), accepted.partnerId(), "not wanted"));
                }
                addAfter(events, accepted, later, random);
            }
        }
        return events;
    }

    /** Less and less of the first line, down to nothing at times. */
    private static List<Event> reductions(OrderAccepted accepted, Random random) {
        OrderLine line = accepted.lines().getFirst();
        List<Event> reductions = new ArrayList<>();
        long wanted = line.quantity().value().longValueExact();
        for (int more = random.nextInt(3); more > 0 && wanted > 0; more--) {
            wanted = random.nextLong(wanted);
            reductions.add(new OrderLineReduced(
                    accepted.orderId(),
                    accepted.partnerId(),
                    accepted.reference(),
                    line.line(),
                    line.product(),
                    line.grade(),
                    accepted.period(),
                    line.quantity(),
                    pieces(wanted),
                    line.unitPrice(),
                    line.unitPrice().times(BigDecimal.valueOf(wanted)),
                    ReductionCause.PARTNER,
                    false,
                    "too many",
                    Instant.EPOCH));
        }
        return reductions;
    }

    /** Adds what comes of the same aggregate later, in this order. */
    private static void addAfter(List<Event> events, Event first, List<? extends Event> later, Random random) {
        int before = events.indexOf(first);
        for (Event event : later) {
            before += 1 + random.nextInt(events.size() - before);
            events.add(before, event);
        }
    }

    /** What quality decides about a certified batch; some of it as no quality desk would. */
    private List<Event> decisions(String world, int batch, Random random) {
        UUID id = id(world, "batch " + batch);
        UUID member = new UUID(0, 3);
        String product = product(world, batch % 2);
        UUID recall = new UUID(0, 4);
        List<Event> possible = List.of(
                new BatchSuspended(id, "PC", member, product, "L", recall, "looked at", Instant.EPOCH),
                new BatchReinstated(id, "PC", member, product, "L", recall, "good", Instant.EPOCH),
                new BatchRecalled(id, "PC", member, product, "L", recall, RecallClass.II, "sharp", Instant.EPOCH),
                new CertificateExpired(id, "PC", member, product, "L", Instant.EPOCH),
                new BatchRejected(id, member, product, "L", "scratches", null),
                new ReworkAnnounced(id, member, product, "L", "polished"),
                new BatchScrapped(id, member, product, "L", "hopeless"));
        return random.ints(random.nextInt(5), 0, possible.size())
                .mapToObj(possible::get)
                .toList();
    }

    /** Moves events of a type together as far as each aggregate's stay in order, as the dispatcher does. */
    static List<Event> togetherByType(List<Event> events) {
        List<List<Event>> runs = new ArrayList<>();
        for (Event event : events) {
            int open = runs.size() - 1;
            while (open >= 0
                    && runs.get(open).getFirst().getClass() != event.getClass()
                    && runs.get(open).stream()
                            .noneMatch(other -> other.subject().equals(event.subject()))) {
                open--;
            }
            if (open < 0 || runs.get(open).getFirst().getClass() != event.getClass()) {
                open = runs.size();
                runs.add(new ArrayList<>());
            }
            runs.get(open).add(event);
        }
        return runs.stream().flatMap(List::stream).toList();
    }

    private OrderAccepted accepted(String world, UUID orderId, int lines, Random random) {
        return new OrderAccepted(
                orderId,
                new UUID(0, 1 + random.nextInt(PARTNERS)),
                null,
                week(random),
                IntStream.rangeClosed(1, lines)
                        .mapToObj(line -> new OrderLine(
                                line,
                                product(world, line % 2),
                                "A",
                                pieces(1 + random.nextInt(20)),
                                UnitPrice.of(PRICE),
                                PRICE))
                        .toList(),
                PRICE,
                Instant.EPOCH);
    }

    /** Perhaps more than is wanted in the end. */
    private static OrderAllocated allocated(OrderAccepted order, Random random) {
        return new OrderAllocated(
                order.orderId(),
                order.partnerId(),
                order.lines().stream()
                        .map(line -> new Allocation(
                                line.line(), new UUID(0, 2), new UUID(0, 3), "L", pieces(1 + random.nextInt(20))))
                        .toList(),
                false);
    }

    private static Period week(Random random) {
        return Period.parse("2026-W4" + random.nextInt(3));
    }

    /** What a partner expects, and what it expects instead; the same goods and weeks that are ordered. */
    private List<ForecastChanged> forecasts(String world, int partner, Random random) {
        return random.ints(random.nextInt(12), 0, 40)
                .mapToObj(quantity -> new ForecastChanged(
                        new UUID(0, partner),
                        product(world, random.nextInt(2)),
                        "A",
                        week(random),
                        pieces(quantity),
                        Instant.EPOCH))
                .toList();
    }

    private ShipmentDispatched dispatched(String world, UUID orderId, int lines, Random random) {
        return new ShipmentDispatched(
                UUID.randomUUID(),
                "089012340000000014",
                orderId,
                new UUID(0, 1),
                IntStream.range(0, 1 + random.nextInt(4))
                        .mapToObj(each -> goods(world, 1 + random.nextInt(lines), random))
                        .toList(),
                Instant.EPOCH);
    }

    /** Of one of the batches of the line's product, in the grade that it is certified in. */
    private ShippedGoods goods(String world, int line, Random random) {
        int batch = random.nextInt(BATCHES / 2) * 2 + line % 2;
        return new ShippedGoods(
                line,
                product(world, line % 2),
                grade(batch),
                id(world, "batch " + batch),
                new UUID(0, 3),
                "L",
                pieces(1 + random.nextInt(9)),
                UnitPrice.of(PRICE));
    }

    private static String grade(int batch) {
        return batch % 3 == 0 ? "B" : "A";
    }

    private BatchCertified certified(String world, int batch, long quantity) {
        UUID id = id(world, "batch " + batch);
        return new BatchCertified(
                id,
                "PC-" + id,
                new UUID(0, 3),
                product(world, batch % 2),
                "L",
                "B-1",
                grade(batch),
                pieces(quantity),
                null,
                1,
                Instant.EPOCH);
    }

    private static Quantity pieces(long number) {
        return Quantity.of(number, "C62");
    }
}
