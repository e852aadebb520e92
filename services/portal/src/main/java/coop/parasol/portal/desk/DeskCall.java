package coop.parasol.portal.desk;

import coop.parasol.portal.page.Person;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What pages of desks know of the call that they answer. In templates {@code inject:desk}. */
@Named("desk")
@RequestScoped
public class DeskCall {

    private final CurrentVertxRequest call;
    private final Person person;

    DeskCall(CurrentVertxRequest call, Person person) {
        this.call = call;
        this.person = person;
    }

    /** Whether the person works at a desk that searches for things. */
    public boolean isSearching() {
        return person.is("registrar")
                || person.is("treasurer")
                || person.is("quality-desk")
                || person.is("logistics-desk");
    }

    /** Whether the registrar looks at the page. */
    public boolean isRegistrar() {
        return person.is("registrar");
    }

    /** Whether the treasurer looks at the page. */
    public boolean isTreasurer() {
        return person.is("treasurer");
    }

    /** Whether the person has just done something and was led here. */
    public boolean isDone() {
        return request().getParam(Done.PARAMETER) != null;
    }

    /** Whether what was done is known by a number, not by an e-mail address. */
    public boolean isNumbered() {
        String number = number();
        return number != null && !number.contains("@");
    }

    /** The number of what was done; null where it has none. */
    public @Nullable String number() {
        String number = request().getParam(Done.PARAMETER);
        return Done.WITHOUT_NUMBER.equals(number) ? null : number;
    }

    /** A new idempotency key for a form that consists of a button. */
    public String key() {
        return UUID.randomUUID().toString();
    }

    private HttpServerRequest request() {
        return call.getCurrent().request();
    }
}
