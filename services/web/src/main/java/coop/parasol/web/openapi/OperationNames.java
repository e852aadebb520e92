package coop.parasol.web.openapi;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Names operations for generated clients: the method's name, and where that is one word the noun of the resource with it
 * ({@code place} of {@code OrderResource} is {@code placeOrder}, {@code list} is {@code listOrders}).
 */
final class OperationNames {

    private OperationNames() {}

    /** @throws IllegalStateException if two operations have one name */
    static void assign(List<ResourceOperation> operations) {
        Map<String, ResourceOperation> taken = new HashMap<>();
        for (ResourceOperation operation : operations) {
            String id = operation.isNamed()
                    ? operation.operation().getOperationId()
                    : derive(operation.method().name(), operation.resource().simpleName());
            ResourceOperation other = taken.putIfAbsent(id, operation);
            if (other != null) {
                throw new IllegalStateException("Two operations are named " + id + ": " + operation + " and " + other
                        + ". Give one of them @Operation(operationId = ...).");
            }
            operation.operation().setOperationId(id);
        }
    }

    static String derive(String method, String resource) {
        String noun = resource.replaceFirst("Resource$", "");
        boolean isOneWord = method.equals(method.toLowerCase(Locale.ROOT));
        if (!isOneWord || noun.toLowerCase(Locale.ROOT).startsWith(method)) {
            return method;
        }
        return method + (method.equals("list") ? plural(noun) : noun);
    }

    static String plural(String noun) {
        if (noun.matches(".*(s|x|ch|sh|z)$")) {
            return noun + "es";
        }
        return noun.matches(".*[^aeiou]y$") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
    }
}
