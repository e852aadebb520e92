package coop.parasol.web;

/** A language in which a person can be written to. */
public enum MailLanguage {
    ENGLISH("en"),
    HINDI("hi"),
    GUJARATI("gu"),
    JAPANESE("ja"),
    CHINESE("zh-CN");

    private final String tag;

    MailLanguage(String tag) {
        this.tag = tag;
    }

    /** BCP 47, as Keycloak names its texts. */
    public String tag() {
        return tag;
    }
}
