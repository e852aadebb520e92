package coop.parasol.contracts;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One plausible instance of every event, made from its shape, for the documents and for round trips. */
final class Examples {

    static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private static final Map<String, String> TEXTS = Map.ofEntries(
            Map.entry("name", "Asha Brass Works"),
            Map.entry("place", "Moradabad"),
            Map.entry("email", "asha@example.org"),
            Map.entry("product", "BRASS-LAMP"),
            Map.entry("lot", "ABW-2026-0117"),
            Map.entry("grade", "A"),
            Map.entry("grades", "A"),
            Map.entry("tier", "RETAIL"),
            Map.entry("route", "sand casting"),
            Map.entry("unit", "C62"),
            Map.entry("gtin", "04012345123456"),
            Map.entry("country", "IN"),
            Map.entry("sscc", "089012345000000012"),
            Map.entry("number", "INV-2026-000042"),
            Map.entry("certificateNumber", "7K3Q-9D2X-4M5N-P0RS-TVWD"),
            Map.entry("reference", "PO-5581"),
            Map.entry("bankReference", "UTR-20261124-0031"),
            Map.entry("code", "no-price"),
            Map.entry("reason", "There is no price for grade B."));

    private Examples() {}

    static <T> T of(Class<T> type) {
        return type.cast(make(type, "", 1));
    }

    private static Object make(Type type, String name, int ordinal) {
        if (type instanceof ParameterizedType generic) {
            return generic.getRawType() == List.class
                    ? List.of(make(generic.getActualTypeArguments()[0], name, ordinal))
                    : Map.of(
                            make(generic.getActualTypeArguments()[0], name, ordinal),
                            make(generic.getActualTypeArguments()[1], name, ordinal));
        }
        Class<?> raw = (Class<?>) type;
        if (raw.isEnum()) {
            return raw.getEnumConstants()[0];
        }
        if (raw == Money.class) {
            return Money.of("1234.50", "INR");
        }
        if (raw == UnitPrice.class) {
            return UnitPrice.of("102.5", "INR", 1000);
        }
        if (raw == Quantity.class) {
            return Quantity.of(120, "C62");
        }
        if (raw == Period.class) {
            return Period.parse("2026-W48");
        }
        return raw.isRecord() ? record(raw) : simple(raw, name, ordinal);
    }

    private static Object simple(Class<?> type, String name, int ordinal) {
        return switch (type.getName()) {
            case "java.lang.String" -> TEXTS.getOrDefault(name, name);
            case "java.util.UUID" -> new UUID(0x0198c0007c1a7000L + ordinal, 0x8000000000000000L + ordinal);
            case "java.time.Instant" -> Instant.parse("2026-11-24T09:30:00Z");
            case "java.time.LocalDate" -> LocalDate.of(2026, 11, 24);
            case "java.math.BigDecimal" -> new BigDecimal("2.5");
            case "boolean" -> true;
            case "int", "java.lang.Integer" -> 5;
            case "long" -> 5L;
            default -> throw new IllegalArgumentException("no example for " + type + " " + name);
        };
    }

    private static Object record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = make(components[i].getGenericType(), components[i].getName(), i + 1);
        }
        Class<?>[] shape =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(shape).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.toString(), e);
        }
    }
}
