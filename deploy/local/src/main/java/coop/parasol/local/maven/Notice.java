package coop.parasol.local.maven;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.TreeSet;

/** The text of the file NOTICE: the third-party components of a bill of materials (CycloneDX), by licence. */
public final class Notice {

    private static final String OWN_GROUP = "coop.parasol";
    private static final String UNKNOWN = "Licence not declared";

    private static final String BEGINNING = """
        Parasol
        Copyright 2026 the Parasol contributors. Licensed under the Apache License 2.0 (see LICENSE).

        Parasol is delivered with the components below, by the licences that their authors declare; where a component
        has several, each is named. ./parasol notice writes this file from the bill of materials. Quarkus may add further
        extensions of its own at build time (io.quarkus, Apache License 2.0).

        Fonts in services/pdf: Noto Sans (SIL Open Font License 1.1), Droid Sans Fallback (Apache License 2.0) and DejaVu Sans (Bitstream Vera licence), with
        their licence texts beside them. Scripts in services/portal: idb 8.0.4 (ISC licence) and parts of @zxing/library 0.23.0 (Apache License 2.0), with their licence texts beside them. The local start downloads and runs, but does not contain, PostgreSQL
        (PostgreSQL License) and Keycloak (Apache License 2.0).
        """;

    private Notice() {}

    /** @param billOfMaterials a CycloneDX document as JSON */
    public static String text(JsonNode billOfMaterials) {
        Map<String, TreeSet<String>> byLicence = new TreeMap<>();
        for (JsonNode component : billOfMaterials.path("components")) {
            if (!component.path("group").asText().equals(OWN_GROUP)) {
                byLicence
                        .computeIfAbsent(licence(component), licence -> new TreeSet<>())
                        .add(component.path("group").asText() + ":"
                                + component.path("name").asText() + " "
                                + component.path("version").asText());
            }
        }
        StringBuilder text = new StringBuilder(BEGINNING);
        byLicence.forEach((licence, components) -> {
            text.append("\n== ").append(licence).append("\n\n");
            components.forEach(component -> text.append(component).append('\n'));
        });
        return text.toString();
    }

    private static String licence(JsonNode component) {
        StringJoiner names = new StringJoiner(", ");
        for (JsonNode choice : component.path("licenses")) {
            JsonNode licence = choice.path("license");
            List.of(choice.path("expression"), licence.path("id"), licence.path("name")).stream()
                    .map(JsonNode::asText)
                    .filter(name -> !name.isEmpty())
                    .findFirst()
                    .ifPresent(names::add);
        }
        return names.length() == 0 ? UNKNOWN : names.toString();
    }
}
