package coop.parasol.portal.page;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ArcContainer;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.RequestScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the page that is being made calls its form's fields, in the page's order. It is read from the page itself, so that what is
 * refused names a field as the person sees it, whatever a service calls it.
 */
@RequestScoped
@Unremovable
class FormLabels {

    /** A label of a field, a group of choices with its legend, or a field within its label or with a label that is heard alone. */
    private static final Pattern LABEL = Pattern.compile("""
            <label for="(?<of>[^"]+)">(?<label>.*?)(?:<small>.*?)?</label>\
            |<fieldset[^>]*\\bid="(?<group>[^"]+)"[^>]*>\\s*<legend>(?<legend>.*?)</legend>\
            |<label>(?<before>[^<]+)<(?:input|select|textarea)[^>]*\\bname="(?<within>[^"]+)"\
            |<(?:input|select|textarea)[^>]*\\bid="(?<heard>[^"]+)"[^>]*\\baria-label="(?<alone>[^"]+)\"""", Pattern.DOTALL);

    private static final Map<String, String> NAMES =
            Map.of("of", "label", "group", "legend", "within", "before", "heard", "alone");

    private Map<String, String> labels = Map.of();

    /** Those of the page that is being made; none where it has not been made once. */
    static Map<String, String> known() {
        ArcContainer container = Arc.container();
        return container != null && container.requestContext().isActive()
                ? container.instance(FormLabels.class).get().labels()
                : Map.of();
    }

    /** The labels of a page by the names of its fields, in the page's order. */
    static Map<String, String> in(String html) {
        Map<String, String> found = new LinkedHashMap<>();
        Matcher each = LABEL.matcher(html);
        while (each.find()) {
            NAMES.forEach((name, label) -> {
                if (each.group(name) != null) {
                    found.putIfAbsent(text(each.group(name)), text(each.group(label)));
                }
            });
        }
        return found;
    }

    private static String text(String html) {
        return html.replaceAll("<[^>]*>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&")
                .strip();
    }

    Map<String, String> labels() {
        return labels;
    }

    void read(String html) {
        labels = in(html);
    }
}
