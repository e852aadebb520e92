package coop.parasol.portal.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import coop.parasol.portal.page.FormFields;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Leads from a form to the page that shows what was typed before it is sent on, so that the browser reloads that page, and comes back to
 * it, without sending the form again. What was typed is in a cookie for that page alone, as {@link CheckRedirects} has it.
 */
@ApplicationScoped
public class FormRedirects {

    /** The cookie with what was typed; a page's method takes it and hands it to {@link #shown}. */
    public static final String COOKIE = "parasol-form";

    /** Of the page on which it was typed, and none of the next. */
    private static final Set<String> OF_ONE_PAGE = Set.of("csrf-token", "form-of", "do");

    private static final TypeReference<Map<String, List<String>>> VALUES = new TypeReference<>() {};

    private final ObjectMapper json;
    private final SealedCookies cookies;

    FormRedirects(ObjectMapper json, SealedCookies cookies) {
        this.json = json;
        this.cookies = cookies;
    }

    /**
     * To the page below a path that shows the form. What is longer than browsers keep is shown as the answer to the form.
     *
     * @param path where the page is, an id after it
     * @param page makes the same page at once
     */
    public Response to(String path, FormFields form, Function<FormFields, Response> page) {
        UUID id = UUID.randomUUID();
        String address = path + "/" + id;
        Optional<NewCookie> cookie = cookies.of(COOKIE, written(form), id, address);
        return cookie.map(kept ->
                        Response.seeOther(URI.create(address)).cookie(kept).build())
                .orElseGet(() -> page.apply(form));
    }

    /**
     * The page that shows a form.
     *
     * @param sealed the value of the cookie; null if the browser has not kept it
     * @param begin where the form begins anew if it is not known
     */
    public Response shown(UUID id, @Nullable String sealed, String begin, Function<FormFields, Response> page) {
        Optional<String> text = sealed == null ? Optional.empty() : cookies.read(id, sealed);
        return text.map(this::read)
                .map(page)
                .orElseGet(() -> Response.seeOther(URI.create(begin)).build());
    }

    private String written(FormFields form) {
        Map<String, List<String>> values = new HashMap<>(form.values());
        values.keySet().removeAll(OF_ONE_PAGE);
        values.values().removeIf(each -> each.stream().allMatch(String::isEmpty));
        try {
            return json.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private FormFields read(String text) {
        try {
            MultivaluedHashMap<String, String> values = new MultivaluedHashMap<>();
            json.readValue(text, VALUES).forEach(values::put);
            return FormFields.sent(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
