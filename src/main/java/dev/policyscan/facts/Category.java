package dev.policyscan.facts;

/** The categories of personal information of Cal. Civ. Code §1798.140(v)(1), and (L) sensitive personal information, §1798.140(ae). */
public enum Category {
    A("Identifiers"),
    B("Customer records information"),
    C("Protected classifications"),
    D("Commercial information"),
    E("Biometric information"),
    F("Internet or network activity"),
    G("Geolocation data"),
    H("Sensory data"),
    I("Professional or employment information"),
    J("Education information"),
    K("Inferences"),
    L("Sensitive personal information");

    private final String title;

    Category(String title) {
        this.title = title;
    }

    /** The short English name of the category, for people. */
    public String title() {
        return title;
    }
}
