package dev.policyscan.statement;

import dev.policyscan.classify.Concept;
import dev.policyscan.classify.Mention;
import dev.policyscan.classify.Tokens;
import dev.policyscan.classify.WordSet;

/**
 * Tells privacy policies from other texts: by a title that is a policy's, or else by how densely a text speaks of people's information, their
 * rights and what is done with it. A heading in which privacy is merely spoken of is no such title. Stateless and thread-safe.
 */
public final class PolicyRecognizer {
    private static final int TITLE_CLAUSES = 12;
    private static final double DENSITY = 0.012;
    private static final double DENSITY_OF_TERMS = 0.03;
    private static final int FEWEST = 4;
    private static final int FEW_WORDS = 150;
    /** Fewer tokens under a policy's title are a policy also where they never say "personal information", as long as they say what is done. */
    private static final int SHORT = 400;

    /** Tokens of the longest title, and of the longest that a period may end. */
    private static final int TITLE = 14;
    private static final int SHORT_TITLE = 4;

    /** What stands behind "privacy" where a policy is called by it: "privacy notice", "privacy at", "your privacy matters"; not "privacy screens". */
    private static final WordSet DOCUMENT = WordSet.of("policy", "policies", "notice", "notices", "statement", "statements", "declaration", "disclosure", "disclosures", "rights", "practices", "information", "supplement", "addendum", "center",
            "centre", "charter", "promise", "pledge", "commitment", "principles", "summary", "guidelines", "act",
            "choices", "matters", "first", "faq", "faqs", "questions", "answers", "hub", "terms", "protection", "is", "at", "and", "for", "in", "of", "on", "with");

    /** The concepts that {@link #weight} counts. */
    private static final long[] WEIGHTY = Clause.set(Concept.PERSONAL, Concept.DNT, Concept.GPC, Concept.TARGETED_ADS, Concept.COPPA, Concept.CATEGORY,
            Concept.SELL, Concept.RETAIN, Concept.DISCLOSE, Concept.COLLECT_STRONG);

    private PolicyRecognizer() {}

    /** Whether the text that was read is a privacy policy, or a part of one. */
    public static boolean isPrivacyPolicy(PolicyReading reading) {
        int words = 0;
        boolean titled = false;
        boolean terms = false;
        for (Clause clause : reading.clauses()) {
            words += clause.to() - clause.from();
            if (clause.isHeading() || clause.index() < TITLE_CLAUSES && isTitle(clause)) {
                titled |= clause.index() < TITLE_CLAUSES * 3 && titled(clause);
                terms |= clause.index() < 3 && terms(clause);
            }
        }
        if (titled && !terms) {
            return words < FEW_WORDS || words < SHORT && practises(reading) || speaksOfPrivacy(reading, Math.max(1, words * DENSITY / 4));
        }
        return speaksOfPrivacy(reading, Math.max(FEWEST, words * (terms && !titled ? DENSITY_OF_TERMS : DENSITY)));
    }

    private static boolean practises(PolicyReading reading) {
        return reading.clauses().stream().anyMatch(clause -> clause.anyStatement(s -> s.actor() == Statement.Actor.BUSINESS));
    }

    /** Whether there are at least so many words on people's information and what is done with it. */
    private static boolean speaksOfPrivacy(PolicyReading reading, double times) {
        int found = 0;
        for (Clause clause : reading.clauses()) {
            if (!clause.hasAny(WEIGHTY)) {
                continue;
            }
            for (Mention mention : clause.found()) {
                found += weight(clause, mention);
            }
            if (found >= times) {
                return true;
            }
        }
        return false;
    }

    private static int weight(Clause clause, Mention mention) {
        return switch (mention.concept()) {
            case PERSONAL, DNT, GPC, TARGETED_ADS, COPPA, CATEGORY -> 1;
            case SELL, RETAIN, DISCLOSE, COLLECT_STRONG -> clause.hasAny(Concept.PERSONAL, Concept.ELEMENT) && clause.has(Concept.BUSINESS) ? 1 : 0;
            default -> 0;
        };
    }

    /** Whether a clause that is no heading may be a title: a line of a few words that is no sentence. */
    private static boolean isTitle(Clause clause) {
        int length = clause.to() - clause.from();
        return length <= SHORT_TITLE || length <= TITLE && !clause.tokens().is(clause.to() - 1, '.');
    }

    private static boolean titled(Clause clause) {
        Tokens tokens = clause.tokens();
        for (int i = clause.from(); i < clause.to(); i++) {
            boolean last = i + 1 == clause.to() || tokens.kind(i + 1) == Tokens.Kind.PUNCTUATION;
            boolean named = last || tokens.isAny(i + 1, DOCUMENT);
            if (tokens.is(i, "privacy") && named || tokens.is(i, "ccpa") || tokens.is(i, "cookie") && !last && (tokens.is(i + 1, "policy") || tokens.is(i + 1, "notice"))
                    || tokens.is(i, "data") && !last && tokens.is(i + 1, "protection")) {
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
