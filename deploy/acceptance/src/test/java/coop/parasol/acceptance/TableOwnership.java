package coop.parasol.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which feature owns a table, and which features' SQL or entities name it. The owner stands in the migration, in a comment
 * above the table: {@code -- exit: one row for each ...}. SQL is found in string literals of the sources, tables by the
 * keyword before their names, JPQL by the names of the entities.
 */
final class TableOwnership {

    /** Packages of a service that hold features themselves. */
    private static final Set<String> AREAS = Set.of("books", "treasury");

    private static final Pattern CREATED = Pattern.compile(
            "((?:^\\s*--[^\\n]*\\n)*)^\\s*create (?:unlogged )?table (?:if not exists )?(\\w+)",
            Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);
    private static final Pattern OWNER = Pattern.compile("--\\s*(?:\\w+\\.)?(\\w+):");
    private static final Pattern TABLE_OF_AREA = Pattern.compile(
            "--\\s*(\\w+)\\.\\w+:[^\\n]*\\n(?:\\s*--[^\\n]*\\n)*\\s*create table (\\w+) (\\(.*?\\);)", Pattern.DOTALL);
    private static final Pattern REFERENCE = Pattern.compile("\\breferences (\\w+)");
    private static final Pattern STATEMENT = Pattern.compile(
            "\\s*(?:[,(]|(?:select|insert|update|delete|with|from|left|inner|cross|join|where|and|union|truncate|lock|copy)\\b).*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern NAMED = Pattern.compile(
            "\\b(?:from|join|into|update|using|truncate|table|lock)\\s+(?:only\\s+)?"
                    + "(?=(\\w+(?:\\s+\\w+)?(?:\\s*,\\s*\\w+(?:\\s+\\w+)?)*))",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OPEN_STATEMENT = Pattern.compile(
            "\\s*(?:select|insert|update|delete|with)\\b.*\\b(?:from|join|into|(?<!for |key |do )update)\\s*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern ENTITY = Pattern.compile("^@Entity\\b", Pattern.MULTILINE);
    private static final Pattern TABLE = Pattern.compile("@Table\\(\\s*name\\s*=\\s*\"(\\w+)\"");
    private static final Pattern TYPE = Pattern.compile("\\bclass (\\w+)");

    private final Map<String, String> owners = new TreeMap<>();
    private final Map<String, String> entities = new HashMap<>();
    private final List<String> violations = new ArrayList<>();

    private TableOwnership() {}

    /**
     * What breaks the rule, a line each.
     *
     * @param migrations folder of the service's migrations
     * @param sources folder of the service's root package
     */
    static List<String> violations(Path migrations, Path sources) {
        TableOwnership ownership = new TableOwnership();
        ownership.readOwners(migrations);
        Map<Path, String> code = read(sources, ".java");
        code.forEach((file, text) -> ownership.readEntity(feature(sources, file), file, text));
        code.forEach((file, text) -> ownership.readSql(feature(sources, file), file, text));
        return ownership.violations;
    }

    /** The tables of a service by their owners, for the test that looks whether it looks at anything. */
    static Map<String, String> owners(Path migrations) {
        TableOwnership ownership = new TableOwnership();
        ownership.readOwners(migrations);
        return ownership.owners;
    }

    /** Foreign keys of an area's tables to tables of others, a line each; an area that becomes a service has none. */
    static List<String> foreignKeysOut(Path migrations, String area) {
        Map<String, String> references = new TreeMap<>();
        read(migrations, ".sql").values().forEach(text -> {
            Matcher created = TABLE_OF_AREA.matcher(text);
            while (created.find()) {
                if (created.group(1).equals(area)) {
                    references.put(created.group(2), created.group(3));
                }
            }
        });
        List<String> out = new ArrayList<>();
        references.forEach((table, columns) -> REFERENCE
                .matcher(columns)
                .results()
                .map(reference -> reference.group(1))
                .filter(target -> !references.containsKey(target))
                .forEach(target -> out.add(table + " references " + target)));
        return out;
    }

    private void readOwners(Path migrations) {
        read(migrations, ".sql").forEach((file, text) -> {
            Matcher created = CREATED.matcher(text);
            while (created.find()) {
                String table = created.group(2).toLowerCase(Locale.ROOT);
                Matcher owner = OWNER.matcher(created.group(1));
                if (owner.find()) {
                    owners.put(table, owner.group(1));
                } else {
                    violations.add(
                            file.getFileName() + ": nothing above table " + table + " says which feature owns it");
                }
            }
        });
    }

    private void readEntity(String feature, Path file, String text) {
        Matcher type = TYPE.matcher(text);
        if (!ENTITY.matcher(text).find() || !type.find()) {
            return;
        }
        Matcher named = TABLE.matcher(text);
        String table = named.find()
                ? named.group(1)
                : type.group(1).replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
        entities.put(type.group(1).toLowerCase(Locale.ROOT), table);
        check(feature, table, file);
    }

    private void readSql(String feature, Path file, String text) {
        for (String literal : JavaStrings.in(text)) {
            if (!STATEMENT.matcher(literal).matches()) {
                continue;
            }
            if (OPEN_STATEMENT.matcher(literal).matches()) {
                violations.add(file.getFileName() + ": a statement is put together around the name of a table");
            }
            Matcher named = NAMED.matcher(literal);
            while (named.find()) {
                for (String item : named.group(1).split(",", -1)) {
                    String name = item.strip().split("\\s+", -1)[0].toLowerCase(Locale.ROOT);
                    check(feature, entities.getOrDefault(name, name), file);
                }
            }
        }
    }

    private void check(String feature, String table, Path file) {
        String owner = owners.get(table);
        if (owner != null && !owner.equals(feature)) {
            violations.add(file.getFileName() + " of " + feature + " names the table " + table + " of " + owner);
        }
    }

    /** The package below the service's, or below an area; the service's own name for classes that belong to no feature. */
    private static String feature(Path sources, Path file) {
        Path inside = sources.relativize(file);
        int depth = AREAS.contains(inside.getName(0).toString()) ? 1 : 0;
        return inside.getNameCount() <= depth + 1
                ? sources.getFileName().toString()
                : inside.getName(depth).toString();
    }

    private static Map<Path, String> read(Path folder, String ending) {
        Map<Path, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(ending)).toList()) {
                texts.put(file, Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
