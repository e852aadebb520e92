package coop.parasol.portal.page;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.runtime.BlockingOperationControl;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** A page on which something is refused is made twice: what is refused stands above the form whose labels it names. */
final class NamedRefusals {

    private final FormLabels labels;

    NamedRefusals(FormLabels labels) {
        this.labels = labels;
    }

    /** Before the page is made for the browser. */
    @ServerResponseFilter(priority = Priorities.USER + 1)
    public void readLabels(ContainerResponseContext response) {
        if (response.getStatusInfo().getFamily() == Response.Status.Family.CLIENT_ERROR
                && response.getEntity() instanceof TemplateInstance page
                && BlockingOperationControl.isBlockingAllowed()) {
            labels.read(page.render());
        }
    }
}
