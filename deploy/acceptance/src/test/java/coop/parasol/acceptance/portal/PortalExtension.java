package coop.parasol.acceptance.portal;

import coop.parasol.acceptance.RunningSystem;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands tests the running system and the one browser before its portal, which all classes of a run share. */
final class PortalExtension implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(PortalExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == RunningSystem.class || type == PortalBrowser.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        RunningSystem system = RunningSystem.afterASeason();
        if (parameter.getParameter().getType() == RunningSystem.class) {
            return system;
        }
        Store ofTheRun = context.getRoot().getStore(NAMESPACE);
        return ofTheRun.computeIfAbsent(
                PortalBrowser.class,
                none -> new PortalBrowser(system.installation().publicOrigin()),
                PortalBrowser.class);
    }
}
