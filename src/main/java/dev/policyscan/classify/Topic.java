package dev.policyscan.classify;

import java.util.Locale;

/** What a clause is about: the classes of the clause model in {@code models/}. */
public enum Topic {
    COLLECTION, SOURCES, USE, DISCLOSURE, SALE, SHARING, MINORS_SALE, RETENTION, DNT, GPC, CHILDREN, RIGHTS, REQUESTS,
    AUTHORIZED_AGENT, VERIFICATION, NON_DISCRIMINATION, SENSITIVE, COOKIES, ADVERTISING, MARKETING, SECURITY, TRANSFERS,
    BUSINESS_TRANSFER, LEGAL_PROCESS, DEIDENTIFIED, THIRD_PARTY_LINKS, FINANCIAL_INCENTIVE, DEFINITION, SCOPE, CHANGES,
    CONTACT, OTHER;

    /** The topic as reports and training data print it. */
    public String term() {
        return name().toLowerCase(Locale.ROOT);
    }
}
