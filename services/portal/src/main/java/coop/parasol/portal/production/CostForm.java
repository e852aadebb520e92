package coop.parasol.portal.production;

import coop.parasol.contracts.UnitPrice;
import coop.parasol.csv.TypedDigits;
import coop.parasol.csv.TypedNumber;
import coop.parasol.portal.client.FieldPaths;
import coop.parasol.portal.client.ServiceProblem;
import coop.parasol.portal.page.FormFields;
import coop.parasol.portal.page.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The form of a calculation of costs: materials and hours stand one on each line, their parts with semicolons between them. */
final class CostForm {

    private static final int PARTS = 3;

    private CostForm() {}

    /** What was typed; lines that do not have three parts are refused at the form. */
    static CostClient.NewCosts read(FormFields form, String currency) {
        return new CostClient.NewCosts(
                form.optional("name"),
                form.optional("product"),
                number(form, "units"),
                lines(
                        form,
                        "materials",
                        (part, number) -> new CostClient.NewMaterial(part.get(0), number, sum(part.get(2), currency))),
                lines(
                        form,
                        "work",
                        (part, number) -> new CostClient.NewWork(part.get(0), number, sum(part.get(2), currency))),
                form.optional("perWeek") == null
                        ? null
                        : new CostClient.NewFixedCosts(
                                sum(form.text("perWeek"), currency),
                                number(form, "unitsPerWeek"),
                                number(form, "usedPerCent")),
                wanted(form.optional("wantedPrice"), currency));
    }

    private static CostClient.@Nullable Sum wanted(@Nullable String price, String currency) {
        return price == null ? null : sum(price, currency);
    }

    private static CostClient.Sum sum(String amount, String currency) {
        return new CostClient.Sum(amount, currency);
    }

    private static @Nullable BigDecimal number(FormFields form, String field) {
        String typed = form.text(field);
        BigDecimal number = TypedNumber.of(typed);
        if (number == null && !typed.isEmpty()) {
            form.refuse(field, Words.of(CostMessages.class).noNumber(typed));
        }
        return number;
    }

    private static <T> List<T> lines(FormFields form, String field, BiFunction<List<String>, BigDecimal, T> line) {
        List<T> read = new ArrayList<>();
        form.text(field)
                .lines()
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .forEach(each -> {
                    List<String> parts = List.of(each.split("[;；\\t]", -1)).stream()
                            .map(part -> TypedDigits.latin(part.strip()))
                            .toList();
                    BigDecimal number = parts.size() == PARTS ? TypedNumber.of(parts.get(1)) : null;
                    if (number != null && parts.stream().noneMatch(String::isEmpty)) {
                        read.add(line.apply(parts, number));
                    } else {
                        form.refuse(field, Words.of(CostMessages.class).notUnderstood(each));
                    }
                });
        return read;
    }

    /** The form with what a calculation has. */
    static FormFields of(CostClient.Calculation calculation, @Nullable String tag) {
        FormFields form = FormFields.empty()
                .with("tag", tag)
                .with("name", calculation.name())
                .with("product", calculation.product())
                .with("units", calculation.units().toPlainString())
                .with(
                        "materials",
                        calculation.materials().stream()
                                .map(each ->
                                        each.name() + "; " + each.quantity().toPlainString() + "; "
                                                + each.price().text())
                                .collect(Collectors.joining("\n")))
                .with(
                        "work",
                        calculation.work().stream()
                                .map(each -> each.step() + "; " + each.hours().toPlainString() + "; "
                                        + each.hourlyRate().decimal().toPlainString())
                                .collect(Collectors.joining("\n")))
                .with("wantedPrice", text(calculation.wantedPrice()));
        CostClient.FixedCosts fixed = calculation.fixedCosts();
        return fixed == null
                ? form
                : form.with("perWeek", fixed.perWeek().decimal().toPlainString())
                        .with("unitsPerWeek", fixed.unitsPerWeek().toPlainString())
                        .with("usedPerCent", fixed.usedPerCent());
    }

    private static @Nullable String text(@Nullable UnitPrice price) {
        return price == null ? null : price.text();
    }

    /** The same problem at the fields of the form. */
    static ServiceProblem atFields(ServiceProblem refused) {
        return FieldPaths.renamed(refused, CostForm::field);
    }

    private static String field(String name) {
        String without = name.startsWith("fixedCosts.") ? name.substring("fixedCosts.".length()) : name;
        return without.split("[.\\[]", 2)[0];
    }
}
