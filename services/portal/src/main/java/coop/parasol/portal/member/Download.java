package coop.parasol.portal.member;

import jakarta.ws.rs.core.Response;

/** A file that a service makes, handed on under a name, to be saved. */
final class Download {

    private Download() {}

    static Response of(Object content, String type, String name) {
        return Response.ok(content)
                .type(type)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .header("Cache-Control", "no-store")
                .build();
    }
}
