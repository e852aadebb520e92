package coop.parasol.portal.page;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The texts of pages that are not taken by a template itself. What {@link #of} returns may be kept: each text is that of the
 * language of whoever reads at the moment when it is asked for.
 */
public final class Words {

    private static final ClassValue<Object> BUNDLES = new ClassValue<>() {
        @Override
        protected Object computeValue(Class<?> bundle) {
            return Proxy.newProxyInstance(
                    bundle.getClassLoader(), new Class<?>[] {bundle}, new InReaderLanguage(bundle));
        }
    };

    private Words() {}

    /**
     * The texts of a message bundle.
     *
     * @param bundle an interface with {@code @MessageBundle}
     */
    public static <T> T of(Class<T> bundle) {
        return bundle.cast(BUNDLES.get(bundle));
    }

    private record InReaderLanguage(Class<?> bundle, Map<Language, Object> texts) implements InvocationHandler {

        InReaderLanguage(Class<?> bundle) {
            this(bundle, new ConcurrentHashMap<>());
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method message, @Nullable Object @Nullable [] parameters)
                throws Throwable {
            Object texts = this.texts.computeIfAbsent(Language.ofReader(), this::in);
            try {
                // bundles are seen by their own packages alone
                message.setAccessible(true);
                return message.invoke(texts, parameters);
            } catch (InvocationTargetException failed) {
                throw failed.getCause() == null ? failed : failed.getCause();
            }
        }

        private Object in(Language language) {
            return language == Language.ENGLISH
                    ? MessageBundles.get(bundle)
                    : MessageBundles.get(bundle, Localized.Literal.of(language.code()));
        }
    }
}
