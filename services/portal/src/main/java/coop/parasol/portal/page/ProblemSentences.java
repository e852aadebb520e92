package coop.parasol.portal.page;

/**
 * What people read where a service refuses something: a sentence of the portal's own that says what to do next, found by the
 * problem's code in {@code problems.properties}; else the service's.
 */
final class ProblemSentences {

    private ProblemSentences() {}

    /**
     * @param code of the problem
     * @param detail what the service says of this case; it stands before what to do next
     */
    static String of(String code, String detail) {
        String sentence = PlainTexts.find(PlainTexts.PROBLEMS, Language.ofReader(), code);
        return sentence == null ? detail : sentence.replace("{detail}", detail);
    }
}
