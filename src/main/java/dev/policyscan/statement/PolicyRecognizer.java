package dev.policyscan.statement;

import dev.policyscan.classify.Concept;
import dev.policyscan.classify.Mention;
import dev.policyscan.classify.Tokens;

/**
 * Tells privacy policies from other texts: by a title that says so, or else by how densely a text speaks of people's information, their
 * rights and what is done with it. Stateless and thread-safe.
 */
public final class PolicyRecognizer {
    private static final int TITLE_CLAUSES = 12;
    private static final double DENSITY = 0.012;
    private static final double DENSITY_OF_TERMS = 0.03;
    private static final int FEWEST = 4;
    private static final int FEW_WORDS = 150;

    /** The concepts that {@link #weight} counts. */
    private static final long[] WEIGHTY = Clause.set(Concept.PERSONAL, Concept.DNT, Concept.GPC, Concept.TARGETED_ADS, Concept.COPPA, Concept.CATEGORY,
            Concept.SELL, Concept.RETAIN, Concept.DISCLOSE, Concept.COLLECT_STRONG);

    private PolicyRecognizer() {}

    /** Whether the text that was read is a privacy policy, or a part of one. */
    public static boolean isPrivacyPolicy(PolicyReading reading) {
        int words = 0;
        int privacy = 0;
        boolean titled = false;
        boolean terms = false;
        for (Clause clause : reading.clauses()) {
            words += clause.to() - clause.from();
            if (clause.isHeading() || clause.index() < TITLE_CLAUSES && clause.to() - clause.from() <= 14) {
                titled |= titled(clause) && clause.index() < TITLE_CLAUSES * 3;
                terms |= terms(clause) && clause.index() < 3;
            }
            if (!clause.hasAny(WEIGHTY)) {
                continue;
            }
            for (Mention mention : clause.found()) {
                privacy += weight(clause, mention);
            }
        }
        double density = words == 0 ? 0 : (double) privacy / words;
        if (titled && !terms) {
            return privacy >= 1 && density >= DENSITY / 4 || words < FEW_WORDS;
        }
        return privacy >= FEWEST && density >= (terms && !titled ? DENSITY_OF_TERMS : DENSITY);
    }

    private static int weight(Clause clause, Mention mention) {
        return switch (mention.concept()) {
            case PERSONAL, DNT, GPC, TARGETED_ADS, COPPA, CATEGORY -> 1;
            case SELL, RETAIN, DISCLOSE, COLLECT_STRONG -> clause.hasAny(Concept.PERSONAL, Concept.ELEMENT) && clause.has(Concept.BUSINESS) ? 1 : 0;
            default -> 0;
        };
    }

    private static boolean titled(Clause clause) {
        Tokens tokens = clause.tokens();
        for (int i = clause.from(); i < clause.to(); i++) {
            if (tokens.is(i, "privacy") || tokens.is(i, "ccpa") || tokens.is(i, "cookie") && i + 1 < clause.to() && (tokens.is(i + 1, "policy") || tokens.is(i + 1, "notice")) || tokens.is(i, "data") && i + 1 < clause.to() && tokens.is(i + 1, "protection")) {
                return true;
            }
        }
        return false;
    }

    private static boolean terms(Clause clause) {
        Tokens tokens = clause.tokens();
        boolean privacy = false;
        boolean terms = false;
        for (int i = clause.from(); i < clause.to(); i++) {
            terms |= tokens.is(i, "terms") || tokens.is(i, "conditions") || tokens.is(i, "agreement") || tokens.is(i, "eula") || tokens.is(i, "licence") || tokens.is(i, "license");
            privacy |= tokens.is(i, "privacy");
        }
        return terms && !privacy;
    }
}
