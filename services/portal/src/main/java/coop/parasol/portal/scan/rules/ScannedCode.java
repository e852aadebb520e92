package coop.parasol.portal.scan.rules;

import coop.parasol.contracts.Gs1;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a code says that was scanned or typed: the number of a certificate, a shipping container, a lot, or a text of which that
 * is not known. Bar codes have element strings (GS1 General Specifications 7.8) or GS1 Digital Link URIs.
 */
public sealed interface ScannedCode {

    /** A certificate's number, as it was written. */
    record CertificateNumber(String number) implements ScannedCode {}

    /** A serial shipping container code of 18 digits. */
    record Sscc(String digits) implements ScannedCode {}

    /** A lot; also the number of a batch that a producer has given it. */
    record Lot(String lot) implements ScannedCode {}

    /** Something else, which may be a lot as well. */
    record Other(String text) implements ScannedCode {}

    /** Between elements of variable length (FNC1). */
    String SEPARATOR = "\u001d";

    /** Which symbology it was, before the data (ISO/IEC 15424). */
    Pattern SYMBOLOGY = Pattern.compile("^](C1|d2|Q3|e0)");

    Pattern CERTIFICATE_PATH = Pattern.compile("^https?://[^/]+(?:/[^?#]*)?/certificates/([^/?#]+)");
    Pattern DIGITAL_LINK = Pattern.compile("^https?://[^/]+(/[^?#]*)");
    Pattern SEGMENT = Pattern.compile("/(00|01|10)/([^/]+)");
    Pattern IN_BRACKETS = Pattern.compile("\\((\\d{2,4})\\)([^(]+)");
    Pattern CERTIFICATE = Pattern.compile("[0-9A-Z]{20}");
    int SSCC_DIGITS = 18;

    /** How long the data of an element is by its application identifier, which stand before a lot on a label. */
    Map<String, Integer> FIXED =
            Map.of("00", 18, "01", 14, "02", 14, "11", 6, "13", 6, "15", 6, "16", 6, "17", 6, "20", 2);

    /** Reads a code; what is not understood is a text. */
    static ScannedCode read(String scanned) {
        String text = scanned.strip();
        Matcher certificate = CERTIFICATE_PATH.matcher(text);
        if (certificate.find()) {
            return new CertificateNumber(certificate.group(1));
        }
        return ofElements(elements(text)).orElseGet(() -> ofText(text));
    }

    private static Optional<ScannedCode> ofElements(Map<String, String> elements) {
        if (elements.containsKey("00")) {
            return sscc(elements.get("00"));
        }
        return Optional.ofNullable(elements.get("10")).map(Lot::new);
    }

    private static Map<String, String> elements(String text) {
        Matcher link = DIGITAL_LINK.matcher(text);
        if (link.find()) {
            return found(SEGMENT.matcher(link.group(1)));
        }
        if (text.startsWith("(")) {
            return found(IN_BRACKETS.matcher(text));
        }
        String data = SYMBOLOGY.matcher(text).replaceFirst("");
        boolean isMarked = !data.equals(text) || data.startsWith(SEPARATOR) || data.matches("(00\\d{18}|01\\d{14}).*");
        return isMarked ? inRow(data) : Map.of();
    }

    private static Map<String, String> found(Matcher pairs) {
        Map<String, String> elements = new HashMap<>();
        while (pairs.find()) {
            elements.put(pairs.group(1), pairs.group(2).strip());
        }
        return elements;
    }

    /** Elements one after the other; from one that is not known on, nothing is read. */
    private static Map<String, String> inRow(String data) {
        Map<String, String> elements = new HashMap<>();
        String rest = data;
        while (rest.startsWith(SEPARATOR)) {
            rest = rest.substring(1);
        }
        while (rest.length() > 2) {
            String identifier = rest.substring(0, 2);
            rest = rest.substring(2);
            Integer length = FIXED.get(identifier);
            if (length == null && !identifier.equals("10") && !identifier.equals("21")) {
                return elements;
            }
            int separator = rest.indexOf(SEPARATOR);
            int end = length != null ? Math.min(length, rest.length()) : separator < 0 ? rest.length() : separator;
            elements.put(identifier, rest.substring(0, end));
            rest = rest.substring(end);
            if (rest.startsWith(SEPARATOR)) {
                rest = rest.substring(1);
            }
        }
        return elements;
    }

    private static Optional<ScannedCode> sscc(String digits) {
        boolean isSscc = digits.matches("\\d{18}")
                && Gs1.checkDigit(digits.substring(0, SSCC_DIGITS - 1)) == digits.charAt(SSCC_DIGITS - 1) - '0';
        return isSscc ? Optional.of(new Sscc(digits)) : Optional.empty();
    }

    private static ScannedCode ofText(String text) {
        String compact = text.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        Optional<ScannedCode> sscc = sscc(compact);
        if (sscc.isPresent()) {
            return sscc.get();
        }
        return CERTIFICATE.matcher(compact).matches() ? new CertificateNumber(text) : new Other(text);
    }
}
