package coop.parasol.web;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Tells a browser in a page why it does not get the page that it has asked for, instead of by a problem document. */
public class ProblemPageFilter {

    @ServerResponseFilter
    public void tell(ContainerResponseContext answer, ResourceInfo resource) {
        Method method = resource.getResourceMethod();
        if (method != null && answer.getEntity() instanceof Problem.Document problem && producesPage(method)) {
            answer.setEntity(
                    page(escaped(problem.title()), escaped(problem.detail())),
                    new Annotation[0],
                    MediaType.TEXT_HTML_TYPE.withCharset("utf-8"));
            answer.getHeaders().putSingle("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
        }
    }

    private static String page(String title, String detail) {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="robots" content="noindex">
                <title>%1$s</title>
                <style>body { font: 1.05rem/1.5 system-ui, sans-serif; max-width: 32rem; margin: 0 auto; padding: 1rem; }</style>
                </head>
                <body>
                <main>
                <h1>%1$s</h1>
                <p>%2$s</p>
                </main>
                </body>
                </html>
                """.formatted(title, detail);
    }

    private static boolean producesPage(Method method) {
        Produces produces = method.getAnnotation(Produces.class);
        return produces != null && Arrays.stream(produces.value()).allMatch(type -> type.startsWith("text/html"));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
