package coop.parasol.web.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jboss.jandex.ArrayType;
import org.jboss.jandex.ClassType;
import org.jboss.jandex.DotName;
import org.jboss.jandex.ParameterizedType;
import org.jboss.jandex.Type;

/** Reads a type of a class file's signature, such as {@code Lcoop/parasol/web/Page<Lcoop/parasol/order/OrderView;>;}. */
final class Signatures {

    private static final Map<Character, String> PRIMITIVES = Map.of(
            'Z', "boolean", 'B', "byte", 'C', "char", 'S', "short", 'I', "int", 'J', "long", 'F', "float", 'D',
            "double");

    private final String signature;
    private int at;

    private Signatures(String signature) {
        this.signature = signature;
    }

    static Type parse(String signature) {
        return new Signatures(signature).type();
    }

    private Type type() {
        char kind = signature.charAt(at++);
        return switch (kind) {
            case 'L' -> reference();
            case '[' -> ArrayType.create(type(), 1);
            case '+', '-' -> type();
            case '*' -> ClassType.create(DotName.OBJECT_NAME);
            case 'T' -> {
                at = signature.indexOf(';', at) + 1;
                yield ClassType.create(DotName.OBJECT_NAME);
            }
            default -> Type.create(DotName.createSimple(PRIMITIVES.get(kind)), Type.Kind.PRIMITIVE);
        };
    }

    private Type reference() {
        int begin = at;
        while (signature.charAt(at) != ';' && signature.charAt(at) != '<') {
            at++;
        }
        DotName name = DotName.createSimple(signature.substring(begin, at).replace('/', '.'));
        if (signature.charAt(at++) == ';') {
            return ClassType.create(name);
        }
        List<Type> arguments = new ArrayList<>();
        while (signature.charAt(at) != '>') {
            arguments.add(type());
        }
        at += 2;
        return ParameterizedType.create(name, arguments.toArray(Type[]::new), null);
    }
}
