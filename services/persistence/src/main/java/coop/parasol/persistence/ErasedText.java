package coop.parasol.persistence;

/** What stands in a column that has to have some text, once its text was personal and is erased. */
public final class ErasedText {

    public static final String ERASED = "erased";

    private ErasedText() {}
}
