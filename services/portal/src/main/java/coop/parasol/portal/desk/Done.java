package coop.parasol.portal.desk;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;

/** Leads from a form that was carried out to the page that shows the result. */
public final class Done {

    static final String PARAMETER = "done";
    static final String WITHOUT_NUMBER = "yes";

    private Done() {}

    /** To a page that says that it is done. */
    public static Response at(String path) {
        return at(path, WITHOUT_NUMBER);
    }

    /** To a page that says that it is done, and by which number it is known. */
    public static Response at(String path, Object number) {
        return Response.seeOther(UriBuilder.fromUri(path)
                        .queryParam(PARAMETER, number.toString())
                        .build())
                .build();
    }
}
