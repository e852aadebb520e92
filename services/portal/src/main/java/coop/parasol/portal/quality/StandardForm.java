package coop.parasol.portal.quality;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import coop.parasol.csv.TypedNumber;
import coop.parasol.portal.page.FormFields;
import coop.parasol.portal.page.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The form of a standard's specification: rows for its characteristics and for the rules of its grades, or all of it as JSON. */
final class StandardForm {

    private static final int CHARACTERISTICS = 15;
    private static final int RULES = 8;
    private static final List<String> CLASSES = List.of("CRITICAL", "MAJOR", "MINOR");
    private static final ObjectMapper JSON = new ObjectMapper();

    private StandardForm() {}

    /** A row of a table of fields: the prefix of their names, and its number from 1. */
    record Row(String prefix, int number, boolean used) {

        /** The name of one of its fields. */
        public String name(String field) {
            return prefix + "." + field;
        }
    }

    static FormFields empty() {
        return FormFields.empty()
                .with("unit", "C62")
                .with("aql.CRITICAL", "0.65")
                .with("aql.MAJOR", "1")
                .with("aql.MINOR", "4")
                .with("inspectionLevel", "II")
                .with("grades", "A, B")
                .with("auditors", 1)
                .with("reinspection", "TIGHTENED");
    }

    /** The form of the version that follows this one. */
    static FormFields of(StandardClient.Standard standard) {
        FormFields form = FormFields.empty()
                .with("product", standard.product())
                .with("name", standard.name())
                .with("unit", standard.unit())
                .with("gtin", standard.gtin())
                .with("inspectionLevel", standard.inspectionLevel())
                .with("grades", String.join(", ", standard.grades()))
                .with("shelfLifeDays", standard.shelfLifeDays())
                .with("auditors", standard.auditors())
                .with("destructive", standard.destructive())
                .with("reinspection", standard.reinspection());
        CLASSES.forEach(each -> form.with("aql." + each, standard.aql().get(each))
                .with("inspectionLevels." + each, standard.inspectionLevels().get(each)));
        for (int i = 0; i < standard.characteristics().size(); i++) {
            StandardClient.Characteristic each = standard.characteristics().get(i);
            form.with("c" + i + ".name", each.name())
                    .with("c" + i + ".kind", each.kind())
                    .with("c" + i + ".defectClass", each.defectClass())
                    .with("c" + i + ".unit", each.unit())
                    .with("c" + i + ".lower", each.lower())
                    .with("c" + i + ".upper", each.upper());
        }
        for (int i = 0; i < standard.gradeRules().size(); i++) {
            StandardClient.GradeRule each = standard.gradeRules().get(i);
            form.with("g" + i + ".grade", each.grade())
                    .with("g" + i + ".characteristic", each.characteristic())
                    .with("g" + i + ".defectClass", each.defectClass())
                    .with("g" + i + ".lower", each.lower())
                    .with("g" + i + ".upper", each.upper())
                    .with("g" + i + ".atMost", each.atMost());
        }
        return form;
    }

    /** The rows of a table: those that are filled, and some more. */
    static List<Row> rows(String table, FormFields form) {
        String first = table.equals("c") ? ".name" : ".grade";
        int least = table.equals("c") ? CHARACTERISTICS : RULES;
        long last = form.values().keySet().stream()
                .filter(name -> name.matches(table + "\\d+\\" + first))
                .mapToInt(name -> Integer.parseInt(name.substring(1, name.indexOf('.'))))
                .max()
                .orElse(0);
        return IntStream.range(0, Math.max(least, (int) last + 1))
                .mapToObj(i -> new Row(table + i, i + 1, form.optional(table + i + first) != null))
                .toList();
    }

    /** What the form says, as the service takes it; what is no number is refused in the form. */
    static Map<String, Object> specification(FormFields form) {
        if (form.optional("json") != null) {
            try {
                return JSON.readValue(form.text("json"), new TypeReference<>() {});
            } catch (JsonProcessingException noJson) {
                form.refuse("json", Words.of(QualityStandardMessages.class).thisIsNotJson(noJson.getOriginalMessage()));
                return Map.of();
            }
        }
        Map<String, Object> all = new LinkedHashMap<>();
        put(all, "product", form.optional("product"));
        put(all, "name", form.optional("name"));
        put(all, "unit", form.optional("unit"));
        put(all, "gtin", form.optional("gtin"));
        Map<String, Object> limits = new LinkedHashMap<>();
        Map<String, Object> levels = new LinkedHashMap<>();
        CLASSES.forEach(each -> {
            put(limits, each, number(form, "aql." + each));
            put(levels, each, form.optional("inspectionLevels." + each));
        });
        all.put("aql", limits);
        all.put("inspectionLevels", levels);
        all.put(
                "characteristics",
                table("c", form, List.of("name", "kind", "defectClass", "unit"), List.of("lower", "upper")));
        all.put(
                "gradeRules",
                table(
                        "g",
                        form,
                        List.of("grade", "characteristic", "defectClass"),
                        List.of("lower", "upper", "atMost")));
        put(all, "inspectionLevel", form.optional("inspectionLevel"));
        all.put(
                "grades",
                Arrays.stream(form.text("grades").split("[,;\\s]+"))
                        .filter(grade -> !grade.isEmpty())
                        .toList());
        put(all, "shelfLifeDays", number(form, "shelfLifeDays"));
        put(all, "auditors", number(form, "auditors"));
        all.put("destructive", form.has("destructive", "true"));
        put(all, "reinspection", form.optional("reinspection"));
        return all;
    }

    private static List<Map<String, Object>> table(
            String table, FormFields form, List<String> texts, List<String> numbers) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Row row : rows(table, form)) {
            if (row.used()) {
                Map<String, Object> values = new LinkedHashMap<>();
                texts.forEach(name -> put(values, name, form.optional(row.prefix() + "." + name)));
                numbers.forEach(name -> put(values, name, number(form, row.prefix() + "." + name)));
                rows.add(values);
            }
        }
        return rows;
    }

    private static void put(Map<String, Object> values, String name, @Nullable Object value) {
        if (value != null) {
            values.put(name, value);
        }
    }

    private static @Nullable BigDecimal number(FormFields form, String field) {
        String typed = form.text(field);
        BigDecimal number = TypedNumber.of(typed);
        if (number == null && !typed.isEmpty()) {
            form.refuse(field, Words.of(QualityStandardMessages.class).isNoNumberType(typed));
        }
        return number;
    }
}
