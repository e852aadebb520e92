package coop.parasol.portal.offline;

import coop.parasol.contracts.Sha256;
import coop.parasol.portal.client.ServiceProblem;
import coop.parasol.portal.page.FormFields;
import coop.parasol.portal.page.Person;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What work is answered with that was done without a line: it has arrived, or it is refused in words and stays with the person
 * to be corrected. Every other answer means that it is sent again.
 */
public final class OfflineAnswer {

    private static final int REFUSED = 422;

    /** What the person can mend; a service that is away, busy or broken, and a session that has ended, are not among them. */
    private static final Set<Integer> REFUSALS = Set.of(400, 403, 404, 409, 410, 412, 413, 415, 422, 428);

    private OfflineAnswer() {}

    /**
     * It has arrived.
     *
     * @param arrived the path of the page that shows it
     */
    public record Arrived(String arrived) {}

    /**
     * It is refused.
     *
     * @param general sentences about the whole
     * @param fields a sentence by the name of a field
     */
    public record Refused(List<String> general, Map<String, String> fields) {}

    /** It cannot be taken yet, for a reason that passes by itself, and is sent again. */
    public record Later(boolean later) {}

    /** It is sent again a little later. */
    public static Response later() {
        return Response.accepted(new Later(true)).build();
    }

    /** It has arrived and is shown on a page. */
    public static Response arrived(String path) {
        return Response.ok(new Arrived(path)).build();
    }

    /**
     * A service's refusal in the reader's language.
     *
     * @throws ServiceProblem if it is none that the person can mend, so that the same is sent again
     */
    public static Response refused(FormFields form, ServiceProblem problem) {
        if (!REFUSALS.contains(problem.document().status())) {
            throw problem;
        }
        form.refuse(problem);
        return refused(form.general(), form.errors());
    }

    /** Work of a person is sent in that person's session alone, whoever holds the phone. */
    public static boolean isOthers(Person person, String of) {
        return !person.subject().equals(of);
    }

    /** Another person has signed in meanwhile: nothing is said of the work, and it is sent in its own person's session. */
    public static Response others() {
        return Response.status(Response.Status.CONFLICT).build();
    }

    /**
     * A photo from a phone: sent in the session of the person whose it is, with the bytes that were kept, and stored as they are.
     *
     * @param of the person whose it is
     * @param digest SHA-256 of the bytes as they were kept
     * @param store gives the photo to a service and returns the digest of what the service has stored
     * @param page the path of the page that shows it
     * @throws ServiceProblem if the service does not take it
     */
    public static Response toPhoto(
            Person person, String of, String digest, byte[] photo, Supplier<String> store, String page) {
        if (isOthers(person, of)) {
            return others();
        }
        if (!Sha256.hex(photo).equals(digest)) {
            return Response.status(Response.Status.BAD_REQUEST).build();
        }
        if (!digest.equals(store.get())) {
            throw new IllegalStateException("a photo for " + page + " is stored with another digest than " + digest);
        }
        return arrived(page);
    }

    /** A refusal of the portal's own. */
    public static Response refused(String sentence) {
        return refused(List.of(sentence), Map.of());
    }

    private static Response refused(List<String> general, Map<String, String> fields) {
        return Response.status(REFUSED)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(new Refused(general, fields))
                .build();
    }
}
