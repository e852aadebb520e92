package coop.parasol.web.openapi;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.ParameterizedType;
import org.jboss.jandex.Type;
import org.jboss.jandex.TypeVariable;
import org.jspecify.annotations.Nullable;

/**
 * Component schemas of the records that a service reads and answers with, made from their types and Bean Validation
 * constraints. A record is named by its simple name; records of one simple name are told apart by the class around them.
 */
final class ModelSchemas {

    private static final String REFERENCE = "#/components/schemas/";
    private static final DotName RAW_JSON = DotName.createSimple("com.fasterxml.jackson.annotation.JsonRawValue");
    private static final DotName UNWRAPPED = DotName.createSimple("com.fasterxml.jackson.annotation.JsonUnwrapped");
    private static final DotName IGNORED = DotName.createSimple("com.fasterxml.jackson.annotation.JsonIgnore");
    private static final DotName JSON_VALUE = DotName.createSimple("com.fasterxml.jackson.annotation.JsonValue");
    private static final Set<String> LISTS =
            Set.of("java.util.List", "java.util.Set", "java.util.Collection", "java.util.SortedSet");
    /** Types that hold a value of their argument and are it in JSON. */
    private static final Set<String> HOLDERS = Set.of("java.util.Optional", "coop.parasol.web.ReadItem");

    private static final String PROBLEM = "coop.parasol.web.Problem$Document";
    private static final Set<String> MAPS = Set.of("java.util.Map", "java.util.SortedMap");
    private static final Set<String> BINARY =
            Set.of("java.io.InputStream", "java.io.File", "java.nio.file.Path", "jakarta.ws.rs.core.StreamingOutput");

    private final IndexView index;
    private final DocComments comments;
    private final Map<String, Schema> components = new TreeMap<>();
    private final Map<String, String> namesByType = new HashMap<>();
    private final Set<String> ambiguous = new HashSet<>();

    ModelSchemas(IndexView index, DocComments comments) {
        this.index = index;
        this.comments = comments;
    }

    /** All components that were asked for so far, by name. */
    Map<String, Schema> components() {
        return components;
    }

    /** Learns which simple names are those of several records, among all types that the operations use. */
    void announce(List<Type> types) {
        Map<String, String> classesByName = new HashMap<>();
        Deque<Type> open = new ArrayDeque<>(types);
        Set<String> seen = new HashSet<>();
        while (!open.isEmpty()) {
            Type type = open.removeFirst();
            if (!seen.add(type.toString())) {
                continue;
            }
            if (type instanceof ParameterizedType generic) {
                open.addAll(generic.arguments());
            } else if (type.kind() == Type.Kind.ARRAY) {
                open.add(type.asArrayType().constituent());
            }
            ClassInfo info = index.getClassByName(type.name());
            if (info == null || isValue(type.name().toString())) {
                continue;
            }
            String other = classesByName.putIfAbsent(
                    info.name().withoutPackagePrefix().replaceAll(".*\\$", ""),
                    info.name().toString());
            if (other != null && !other.equals(info.name().toString())) {
                ambiguous.add(info.name().withoutPackagePrefix().replaceAll(".*\\$", ""));
            }
            properties(info).forEach(property -> open.add(property.type()));
        }
    }

    private static boolean isValue(String name) {
        return WireTypes.inline(name).isPresent() || WireTypes.component(name).isPresent();
    }

    /** The schema that stands where a value of this type is used: a reference where it is a component. */
    Schema of(Type type) {
        return of(type, Map.of());
    }

    private Schema of(Type type, Map<String, Type> variables) {
        if (type instanceof TypeVariable variable) {
            Type bound = variables.get(variable.identifier());
            return bound == null ? OASFactory.createSchema() : of(bound, Map.of());
        }
        String name = type.name().toString();
        Optional<Schema> inline = WireTypes.inline(name);
        if (inline.isPresent()) {
            return inline.get();
        }
        if (type.kind() == Type.Kind.ARRAY) {
            Type element = type.asArrayType().constituent();
            return element.name().toString().equals("byte")
                    ? WireTypes.text("binary")
                    : WireTypes.of(SchemaType.ARRAY).items(of(element, variables));
        }
        if (name.equals(PROBLEM)) {
            return OASFactory.createSchema().ref(REFERENCE + "Problem");
        }
        if (BINARY.contains(name)) {
            return WireTypes.text("binary");
        }
        if (type instanceof ParameterizedType generic) {
            List<Type> arguments = generic.arguments();
            if (LISTS.contains(name)) {
                return constrained(WireTypes.of(SchemaType.ARRAY), arguments.getFirst(), variables);
            }
            if (MAPS.contains(name)) {
                return WireTypes.of(SchemaType.OBJECT).additionalPropertiesSchema(of(arguments.getLast(), variables));
            }
            if (HOLDERS.contains(name)) {
                return of(arguments.getFirst(), variables);
            }
        }
        return reference(type, variables);
    }

    private Schema constrained(Schema array, Type element, Map<String, Type> variables) {
        Schema items = of(element, variables);
        Constraints.apply(element.annotations(), items);
        return array.items(items);
    }

    private Schema reference(Type type, Map<String, Type> variables) {
        Type bound = bind(type, variables);
        String key = bound instanceof ParameterizedType
                ? bound.toString()
                : bound.name().toString();
        String name = namesByType.get(key);
        if (name == null) {
            name = componentName(bound);
            namesByType.put(key, name);
            Schema placeholder = OASFactory.createSchema();
            if (components.putIfAbsent(name, placeholder) != null) {
                throw new IllegalStateException("Two types are named " + name + " in OpenAPI; rename " + key + ".");
            }
            components.put(name, define(bound));
        }
        return OASFactory.createSchema().ref(REFERENCE + name);
    }

    private static Type bind(Type type, Map<String, Type> variables) {
        if (!(type instanceof ParameterizedType generic)) {
            return type;
        }
        Type[] arguments = generic.arguments().stream()
                .map(argument -> argument instanceof TypeVariable variable
                        ? variables.getOrDefault(variable.identifier(), argument)
                        : argument)
                .toArray(Type[]::new);
        return ParameterizedType.create(generic.name(), arguments, null);
    }

    /** {@code OrderView}; {@code InspectionView} where {@code View} is nested in several resources; {@code OrderViewPage}. */
    private String componentName(Type type) {
        String name = type.name().withoutPackagePrefix();
        String simple = name.substring(name.lastIndexOf('$') + 1);
        if (ambiguous.contains(simple) && name.contains("$")) {
            String outer = name.substring(0, name.lastIndexOf('$')).replaceAll(".*\\$", "");
            String owner = outer.replaceAll("(Resource|Repository)$", "");
            simple = owner.endsWith(simple) ? owner : owner + simple;
        }
        if (type instanceof ParameterizedType generic) {
            StringBuilder arguments = new StringBuilder();
            generic.arguments().forEach(argument -> arguments.append(componentName(argument)));
            return arguments + simple;
        }
        return simple;
    }

    private Schema define(Type type) {
        Optional<Schema> wire = WireTypes.component(type.name().toString());
        if (wire.isPresent()) {
            return wire.get();
        }
        ClassInfo info = index.getClassByName(type.name());
        if (info == null) {
            throw new IllegalStateException("OpenAPI cannot describe " + type + ": it is neither a value nor indexed.");
        }
        Schema schema = info.isEnum() ? enumeration(info) : object(info, type);
        return comments.ofType(info.name()).map(schema::description).orElse(schema);
    }

    /** Says of a body, and of what stands in it, that a field which is not described is refused. */
    void close(Type body) {
        close(of(body));
    }

    private void close(@Nullable Schema schema) {
        if (schema == null) {
            return;
        }
        if (schema.getRef() != null) {
            Schema component = components.get(schema.getRef().substring(REFERENCE.length()));
            if (component != null && component.getAdditionalPropertiesSchema() == null) {
                if (component.getProperties() != null) {
                    component.setAdditionalPropertiesSchema(
                            OASFactory.createSchema().booleanSchema(false));
                    component.getProperties().values().forEach(this::close);
                }
                closeAll(component.getAnyOf());
            }
            return;
        }
        close(schema.getItems());
        close(schema.getAdditionalPropertiesSchema());
        closeAll(schema.getAnyOf());
    }

    private void closeAll(@Nullable List<Schema> kinds) {
        if (kinds != null) {
            kinds.forEach(this::close);
        }
    }

    private static Schema enumeration(ClassInfo info) {
        return WireTypes.of(SchemaType.STRING)
                .enumeration(info.enumConstants().stream()
                        .map(constant -> (Object) constant.name())
                        .toList());
    }

    private Schema object(ClassInfo info, Type type) {
        if (info.isInterface()) {
            List<Schema> kinds = index.getAllKnownImplementations(info.name()).stream()
                    .sorted(java.util.Comparator.comparing(ClassInfo::name))
                    .map(kind -> of(Type.create(kind.name(), Type.Kind.CLASS)))
                    .toList();
            return OASFactory.createSchema().anyOf(kinds);
        }
        if (info.methods().stream().anyMatch(method -> method.hasDeclaredAnnotation(JSON_VALUE))) {
            return WireTypes.of(SchemaType.STRING);
        }
        Map<String, Type> variables = new HashMap<>();
        if (type instanceof ParameterizedType generic) {
            for (int i = 0; i < generic.arguments().size(); i++) {
                variables.put(
                        info.typeParameters().get(i).identifier(),
                        generic.arguments().get(i));
            }
        }
        Schema object = WireTypes.of(SchemaType.OBJECT);
        List<String> required = new ArrayList<>();
        addProperties(info, variables, object, required);
        return required.isEmpty() ? object : object.required(required);
    }

    private void addProperties(ClassInfo info, Map<String, Type> variables, Schema object, List<String> required) {
        for (FieldInfo property : properties(info)) {
            if (property.hasDeclaredAnnotation(UNWRAPPED)) {
                addProperties(index.getClassByName(property.type().name()), variables, object, required);
                continue;
            }
            Schema schema = property.hasDeclaredAnnotation(RAW_JSON)
                    ? OASFactory.createSchema()
                    : of(property.type(), variables);
            if (schema.getRef() == null) {
                Constraints.apply(property.annotations(), schema);
            }
            Schema described = comments.ofComponent(info.name(), property.name())
                    .map(schema::description)
                    .orElse(schema);
            object.addProperty(property.name(), described);
            if (!Constraints.isOptional(property)) {
                required.add(property.name());
            }
        }
    }

    /** What Jackson reads and writes: the components of a record, the fields of another class. */
    private static List<FieldInfo> properties(ClassInfo info) {
        return info.isEnum() || info.isInterface()
                ? List.of()
                : info.fieldsInDeclarationOrder().stream()
                        .filter(field -> !java.lang.reflect.Modifier.isStatic(field.flags()))
                        .filter(field -> !field.hasDeclaredAnnotation(IGNORED))
                        .toList();
    }
}
