package coop.parasol.contracts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The documents of this folder as they must be: file name to content. */
final class Documents {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory()
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES));
    private static final List<String> HEADERS = List.of(
            "ce_specversion",
            "ce_id",
            "ce_type",
            "ce_source",
            "ce_subject",
            "ce_time",
            "ce_sequence",
            "ce_actor",
            "ce_correlationid");

    private Documents() {}

    static Map<String, String> all() throws JsonProcessingException {
        Map<String, String> files = new TreeMap<>();
        Schemas schemas = new Schemas();
        for (Class<? extends Event> type : EventTypes.all()) {
            files.put("schemas/" + EventTypes.name(type) + ".json", pretty(schemas.of(type)));
        }
        files.put("asyncapi.yaml", YAML.writeValueAsString(asyncApi()));
        files.put("README.md", catalogue());
        return files;
    }

    private static String pretty(ObjectNode node) throws JsonProcessingException {
        return Examples.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(node) + "\n";
    }

    private static ObjectNode asyncApi() {
        ObjectNode document = Examples.JSON.createObjectNode();
        document.put("asyncapi", "3.0.0");
        document.putObject("info")
                .put("title", "Parasol events")
                .put("version", "1.0.0")
                .put(
                        "description",
                        "CloudEvents 1.0 in binary mode on Kafka; the key is the aggregate's id, six partitions a topic.");
        document.put("defaultContentType", "application/json");
        ObjectNode channels = document.putObject("channels");
        ObjectNode operations = document.putObject("operations");
        ObjectNode components = document.putObject("components");
        ObjectNode messages = components.putObject("messages");
        for (Class<? extends Event> type : EventTypes.all()) {
            String channel = EventTypes.topic(type).replace('.', '-');
            describeMessage(messages.putObject(type.getSimpleName()), type);
            if (!channels.has(channel)) {
                describeChannel(channels.putObject(channel), type);
            }
            channels.withObject("/" + channel + "/messages")
                    .putObject(type.getSimpleName())
                    .put("$ref", "#/components/messages/" + type.getSimpleName());
            operate(operations, EventTypes.service(type) + "-writes-", "send", channel);
            Sources.consumers(type).forEach(consumer -> operate(operations, consumer + "-reads-", "receive", channel));
        }
        describeHeaders(components.putObject("schemas").putObject("CloudEventHeaders"));
        return document;
    }

    private static void operate(ObjectNode operations, String prefix, String action, String channel) {
        if (!operations.has(prefix + channel)) {
            operations
                    .putObject(prefix + channel)
                    .put("action", action)
                    .putObject("channel")
                    .put("$ref", "#/channels/" + channel);
        }
    }

    private static void describeChannel(ObjectNode channel, Class<? extends Event> type) {
        String topic = EventTypes.topic(type);
        channel.put("address", topic).put("description", "Written by " + EventTypes.service(type) + " alone.");
        channel.putObject("messages");
        channel.putObject("bindings").putObject("kafka").put("topic", topic).put("partitions", 6);
    }

    private static void describeMessage(ObjectNode message, Class<? extends Event> type) {
        message.put("name", EventTypes.name(type))
                .put("title", type.getSimpleName())
                .put("summary", Sources.meaning(type))
                .put("contentType", "application/json");
        message.putObject("headers").put("$ref", "#/components/schemas/CloudEventHeaders");
        message.putObject("payload").put("$ref", "./schemas/" + EventTypes.name(type) + ".json");
        message.putArray("examples")
                .addObject()
                .put("name", "example")
                .set("payload", Examples.JSON.valueToTree(Examples.of(type)));
    }

    private static void describeHeaders(ObjectNode schema) {
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        HEADERS.forEach(name -> properties.putObject(name).put("type", "string"));
        properties.putObject("ce_causationid").put("type", "string");
        properties.putObject("traceparent").put("type", "string");
        HEADERS.forEach(schema.putArray("required")::add);
    }

    private static String catalogue() {
        StringBuilder text = new StringBuilder(Sources.read(Sources.CONTRACTS.resolve("src/catalogue-head.md")));
        text.append("| topic | key | event | decided by | consumed by | meaning |\n|---|---|---|---|---|---|\n");
        for (Class<? extends Event> type : EventTypes.all()) {
            List<String> consumers = Sources.consumers(type);
            text.append("| `%s` | %s | [%s](schemas/%s.json) | %s | %s | %s |%n"
                    .formatted(
                            EventTypes.topic(type),
                            key(type),
                            type.getSimpleName(),
                            EventTypes.name(type),
                            EventTypes.service(type),
                            consumers.isEmpty() ? "-" : String.join(", ", consumers),
                            Sources.meaning(type)));
        }
        return text.toString();
    }

    /** The component whose value the subject is. */
    private static String key(Class<? extends Event> type) {
        Event example = Examples.of(type);
        for (var component : type.getRecordComponents()) {
            try {
                if (String.valueOf(component.getAccessor().invoke(example)).equals(example.subject())) {
                    return component.getName();
                }
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new IllegalStateException(type + " has a subject that none of its components shows");
    }
}
