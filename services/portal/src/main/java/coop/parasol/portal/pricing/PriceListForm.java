package coop.parasol.portal.pricing;

import coop.parasol.portal.client.ServiceProblem;
import coop.parasol.portal.page.FormFields;
import coop.parasol.portal.pricing.PriceLines.BadLine;
import coop.parasol.portal.pricing.PriceLines.Line;
import coop.parasol.portal.pricing.PriceLines.Read;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A price list as it was typed or sent in a file, and how its lines are found again when one is refused. */
record PriceListForm(
        Read<PricingClient.NewPrice> prices,
        Read<PricingClient.Differential> differentials,
        Read<PricingClient.NewUnitCost> costs,
        PricingClient.NewPriceList list) {

    private static final List<String> LISTS = List.of("lines", "differentials", "standardCosts");
    private static final Pattern LINE =
            Pattern.compile("(?:.*\\.)?(prices|differentials|standardCosts)\\[(\\d+)](?:\\.(.*))?");

    static PriceListForm read(FormFields form, ZoneId zone) {
        String currency = form.optional("currency");
        Read<PricingClient.NewPrice> prices = PriceLines.prices(form.text("lines"), currency, zone);
        Read<PricingClient.Differential> differentials = PriceLines.differentials(form.text("differentials"));
        Read<PricingClient.NewUnitCost> costs = PriceLines.costs(form.text("standardCosts"), currency);
        return new PriceListForm(
                prices,
                differentials,
                costs,
                new PricingClient.NewPriceList(
                        prices.sound(),
                        differentials.sound(),
                        costs.sound(),
                        newTiers(form.optional("newTiers")),
                        form.optional("belowCostReason")));
    }

    /** Names with commas or blanks between. */
    private static @Nullable List<String> newTiers(@Nullable String typed) {
        return typed == null
                ? null
                : Stream.of(typed.strip().split("[\\s,;]+"))
                        .filter(name -> !name.isEmpty())
                        .toList();
    }

    /** What is no number, day or id at all, of every line. */
    List<BadLine> bad() {
        List<BadLine> bad = new ArrayList<>(prices.bad());
        bad.addAll(differentials.bad());
        bad.addAll(costs.bad());
        return bad;
    }

    /** What could not be read, and what the service has refused of the other lines, in the order of the file. */
    List<BadLine> badLines(ServiceProblem problem) {
        List<BadLine> bad = new ArrayList<>(bad());
        Set<String> unread =
                bad.stream().map(line -> line.list() + line.number()).collect(Collectors.toSet());
        refused(problem).stream()
                .filter(line -> !unread.contains(line.list() + line.number()))
                .forEach(bad::add);
        bad.sort(Comparator.comparingInt((BadLine line) -> LISTS.indexOf(line.list()))
                .thenComparingInt(BadLine::number));
        return bad;
    }

    private List<BadLine> refused(ServiceProblem problem) {
        List<BadLine> bad = new ArrayList<>();
        problem.document().fields().forEach(error -> {
            Matcher line = LINE.matcher(error.field());
            if (line.matches()) {
                String list = line.group(1);
                bad.add(new BadLine(
                        list.equals("prices") ? "lines" : list,
                        number(list, Integer.parseInt(line.group(2))),
                        line.group(3) == null ? "" : line.group(3),
                        error.code(),
                        error.detail()));
            }
        });
        return bad;
    }

    private int number(String list, int index) {
        List<? extends Line<?>> lines = switch (list) {
            case "prices" -> prices.lines();
            case "differentials" -> differentials.lines();
            default -> costs.lines();
        };
        return index < lines.size() ? lines.get(index).number() : index + 1;
    }
}
