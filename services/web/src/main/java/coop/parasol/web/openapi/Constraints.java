package coop.parasol.web.openapi;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.Type;

/** Bean Validation constraints in the words of JSON Schema. */
final class Constraints {

    private static final String BLANK_REFUSED = "\\S";
    /** ISO 3166-1 alpha-2 */
    private static final String TWO_LETTERS = "^[A-Z]{2}$";
    /** RFC 5321 */
    private static final int MAX_EMAIL_CHARACTERS = 254;

    private static final String SCHEMA = "org.eclipse.microprofile.openapi.annotations.media.Schema";

    private Constraints() {}

    /** Whether a property may be absent: it is {@code @Nullable} or an {@code Optional}. */
    static boolean isOptional(FieldInfo property) {
        return isNullable(property.type())
                || property.type().name().toString().startsWith("java.util.Optional")
                || property.annotations().stream().anyMatch(Constraints::isNullable);
    }

    private static boolean isNullable(Type type) {
        return type.annotations().stream().anyMatch(Constraints::isNullable);
    }

    static boolean isNullable(AnnotationInstance annotation) {
        return annotation.name().withoutPackagePrefix().equals("Nullable");
    }

    static void apply(Collection<AnnotationInstance> annotations, Schema schema) {
        for (AnnotationInstance annotation : annotations) {
            if (annotation.name().toString().equals(SCHEMA)) {
                described(annotation, schema);
            }
            boolean isConstraint = annotation.name().packagePrefix().equals("jakarta.validation.constraints")
                    || annotation.name().packagePrefix().equals("coop.parasol.web");
            if (!isConstraint || schema.getRef() != null) {
                continue;
            }
            switch (annotation.name().withoutPackagePrefix()) {
                case "Size" -> size(annotation, schema);
                case "NotBlank" -> {
                    schema.setMinLength(Math.max(1, schema.getMinLength() == null ? 0 : schema.getMinLength()));
                    if (schema.getPattern() == null) {
                        schema.setPattern(BLANK_REFUSED);
                    }
                }
                case "NotEmpty" -> {
                    if (isArray(schema)) {
                        schema.setMinItems(1);
                    } else {
                        schema.setMinLength(1);
                    }
                }
                case "Pattern" -> schema.setPattern("^(?:" + text(annotation, "regexp") + ")$");
                case "Min" ->
                    schema.setMinimum(BigDecimal.valueOf(annotation.value().asLong()));
                case "Max" ->
                    schema.setMaximum(BigDecimal.valueOf(annotation.value().asLong()));
                case "DecimalMin" -> schema.setMinimum(new BigDecimal(text(annotation, "value")));
                case "DecimalMax" -> schema.setMaximum(new BigDecimal(text(annotation, "value")));
                case "Positive" -> schema.setExclusiveMinimum(BigDecimal.ZERO);
                case "PositiveOrZero" -> schema.setMinimum(BigDecimal.ZERO);
                case "Email" -> schema.setFormat("email");
                case "AccountEmail" -> schema.format("email").setMaxLength(MAX_EMAIL_CHARACTERS);
                case "CountryCode" -> schema.setPattern(TWO_LETTERS);
                default -> {
                    // NotNull: required, as is everything that is not nullable; the rest JSON Schema cannot say
                }
            }
        }
    }

    /** What a person says by {@code @Schema}: examples and a pattern. */
    private static void described(AnnotationInstance annotation, Schema schema) {
        if (annotation.value("examples") != null) {
            schema.setExamples(List.of((Object[]) annotation.value("examples").asStringArray()));
        }
        if (annotation.value("pattern") != null) {
            schema.setPattern(text(annotation, "pattern"));
        }
    }

    private static void size(AnnotationInstance annotation, Schema schema) {
        AnnotationValue min = annotation.value("min");
        AnnotationValue max = annotation.value("max");
        if (isArray(schema)) {
            schema.setMinItems(min == null ? schema.getMinItems() : Integer.valueOf(min.asInt()));
            schema.setMaxItems(max == null ? schema.getMaxItems() : Integer.valueOf(max.asInt()));
        } else {
            schema.setMinLength(min == null ? schema.getMinLength() : Integer.valueOf(min.asInt()));
            schema.setMaxLength(max == null ? schema.getMaxLength() : Integer.valueOf(max.asInt()));
        }
    }

    private static boolean isArray(Schema schema) {
        return schema.getType() != null && schema.getType().contains(SchemaType.ARRAY);
    }

    private static String text(AnnotationInstance annotation, String name) {
        return annotation.value(name).asString();
    }
}
