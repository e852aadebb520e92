package coop.parasol.web;

import coop.parasol.contracts.Identifier;
import jakarta.inject.Singleton;
import jakarta.validation.valueextraction.ExtractedValue;
import jakarta.validation.valueextraction.UnwrapByDefault;
import jakarta.validation.valueextraction.ValueExtractor;

/**
 * Lets constraints of text, such as {@code @Size}, stand on an {@link Identifier}: they look at it as it was written. A missing
 * identifier has no text to look at, so that it is refused by {@code @NotNull(payload = Unwrapping.Skip.class)}.
 */
@Singleton
@UnwrapByDefault
public class IdentifierText implements ValueExtractor<@ExtractedValue(type = String.class) Identifier> {

    @Override
    public void extractValues(Identifier identifier, ValueReceiver receiver) {
        receiver.value(null, identifier.written());
    }
}
