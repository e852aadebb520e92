package coop.parasol.portal.live;

import coop.parasol.contracts.Event;
import coop.parasol.contracts.Money;
import coop.parasol.contracts.Period;
import coop.parasol.contracts.Quantity;
import coop.parasol.contracts.UnitPrice;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Events of every type with ids that occur nowhere else. */
public final class RandomEvents {

    private RandomEvents() {}

    public static <E extends Event> E of(Class<E> type) {
        return record(type);
    }

    private static <R> R record(Class<R> type) {
        try {
            RecordComponent[] components = type.getRecordComponents();
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Constructor<R> constructor = type.getDeclaredConstructor(types);
            return constructor.newInstance(
                    Arrays.stream(types).map(RandomEvents::value).toArray());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(type.getName(), e);
        }
    }

    /** The value of a component; null if the event has none of that name. */
    public static @Nullable Object component(Event event, String name) {
        try {
            return event.getClass().getMethod(name).invoke(event);
        } catch (NoSuchMethodException none) {
            return null;
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(name, e);
        }
    }

    private static Object value(Class<?> type) {
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        return switch (type.getSimpleName()) {
            case "UUID" -> UUID.randomUUID();
            case "String" -> "text";
            case "Instant" -> Instant.EPOCH;
            case "LocalDate" -> LocalDate.EPOCH;
            case "BigDecimal" -> BigDecimal.ONE;
            case "boolean" -> true;
            case "int", "Integer" -> 1;
            case "long" -> 1L;
            case "List" -> List.of();
            case "Map" -> Map.of();
            case "Money" -> Money.of("1.00", "INR");
            case "UnitPrice" -> UnitPrice.of(Money.of("1.00", "INR"));
            case "Quantity" -> Quantity.of("1", "KGM");
            case "Period" -> Period.parse("2026-W48");
            default -> {
                if (!type.isRecord()) {
                    throw new AssertionError("no value of " + type);
                }
                yield record(type);
            }
        };
    }
}
