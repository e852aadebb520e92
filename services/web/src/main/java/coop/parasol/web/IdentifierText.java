package coop.parasol.web;

import coop.parasol.contracts.Identifier;
import jakarta.inject.Singleton;
import jakarta.validation.valueextraction.ExtractedValue;
import jakarta.validation.valueextraction.UnwrapByDefault;
import jakarta.validation.valueextraction.ValueExtractor;
import org.jspecify.annotations.Nullable;

/** Lets constraints of text, such as {@code @Size}, stand on an {@link Identifier}: they look at it as it was written. */
@Singleton
@UnwrapByDefault
public class IdentifierText implements ValueExtractor<@ExtractedValue(type = String.class) Identifier> {

    @Override
    public void extractValues(@Nullable Identifier identifier, ValueReceiver receiver) {
        receiver.value(null, identifier == null ? null : identifier.written());
    }
}
